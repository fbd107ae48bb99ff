import { expect, test } from 'vitest';
import { createLexicon } from './lexicon.ts';

const lexicon = createLexicon(
  {
    same: [
      ['kerudung', 'jilbab', 'hijab'],
      ['pria', 'laki laki', 'cowok'],
      ['mega mendung', 'megamendung'],
      ['baju', 'klambi'],
      ['atasan', 'tops'],
    ],
    wider: { baju: ['atasan'], atasan: ['kemeja'] },
    spellings: { jilbab: ['jilbap'], cowok: ['cowo'] },
    protected: ['pekalongan'],
    ignored: ['untuk'],
    common: [],
    wishes: {
      things: { kemeja: ['kemeja'] },
      leanings: { cowok: ['kemeja'] },
      occasions: { kondangan: { like: ['kebaya', 'klambi'], categories: ['kebaya'] } },
      techniques: [],
      sizes: {},
      soft: [],
    },
  },
  (word) => ({ pekalongan: 'kalong', tenunan: 'tenun' })[word] ?? word,
);

test('words of a group and their misspellings have one token', () => {
  for (const word of ['jilbab', 'hijab', 'jilbap'])
    expect(lexicon.token(word)).toBe(lexicon.token('kerudung'));
  expect(lexicon.token('cowo')).toBe('pria');
  expect(lexicon.isMisspelling('jilbap')).toBe(true);
  expect(lexicon.isMisspelling('jilbab')).toBe(false);
});

test('protected words are not stemmed, others are', () => {
  expect(lexicon.token('pekalongan')).toBe('pekalongan');
  expect(lexicon.token('tenunan')).toBe('tenun');
});

test('an expression is found wherever its words stand; a word that it needs twice must stand there twice', () => {
  expect(lexicon.phraseTokens(['batik', 'mendung', 'mega'])).toEqual(['mega_mendung']);
  expect(lexicon.phraseTokens(['laki'])).toEqual([]);
  expect(lexicon.phraseTokens(['laki', 'laki'])).toEqual(['pria']);
  expect(lexicon.adjacentPhraseTokens(['batik', 'mendung', 'mega'])).toEqual([]);
  expect(lexicon.adjacentPhraseTokens(['batik', 'mega', 'mendung'])).toEqual(['mega_mendung']);
  expect(lexicon.token('megamendung')).toBe('mega_mendung');
});

test('wider words are reached upwards all the way, never downwards', () => {
  expect(lexicon.widerTokens('kemeja')).toEqual(['atasan', 'baju']);
  expect(lexicon.widerTokens('baju')).toEqual([]);
});

test('what a word asks for is told by its token, whatever synonym the list names', () => {
  expect(lexicon.meaning(lexicon.token('kemeja'))).toEqual({ role: 'thing', categories: ['kemeja'] });
  expect(lexicon.meaning(lexicon.token('pria'))?.role).toBe('leaning');
  expect(lexicon.meaning('kondangan')?.alike).toEqual(['kebaya', 'baju']);
  expect(lexicon.meaning('batik')).toBeUndefined();
});
