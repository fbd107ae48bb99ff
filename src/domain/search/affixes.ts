// Indonesian affixes, taken off by guess. At build time a real stemmer with its dictionary reads the
// catalogue (tools/build-mall/search-analysis.ts); at request time a word that the catalogue does not have is
// stripped here and counts only if what is left is a word of the catalogue: its vocabulary is the dictionary.

const PARTICLES = ['lah', 'kah', 'tah', 'pun'];
const POSSESSIVES = ['nya', 'ku', 'mu'];
const SUFFIXES = ['kan', 'an', 'i'];

/** What may stand before a root once the prefix is off: `men|enun` was `tenun`, `mem|akai` was `pakai`. */
const PREFIXES: { prefix: RegExp; restored: string[] }[] = [
  { prefix: /^(?:di|ke|se|ku)(?=.{3})/, restored: [''] },
  { prefix: /^(?:ber|ter|per|bel|pel)(?=.{3})/, restored: [''] },
  { prefix: /^be(?=r.{3})/, restored: [''] },
  { prefix: /^(?:meng|peng)(?=[aiueo])/, restored: ['', 'k'] },
  { prefix: /^(?:meng|peng)(?=[ghkq])/, restored: [''] },
  // Before two consonants the first one melts as well: `mengritik` was `kritik`, `memroses` was `proses`.
  { prefix: /^(?:meng|peng)(?=[lr])/, restored: ['k'] },
  { prefix: /^(?:menge|penge)(?=.{3})/, restored: [''] },
  { prefix: /^(?:meny|peny)(?=.{2})/, restored: ['s'] },
  { prefix: /^(?:men|pen)(?=[cdjstz])/, restored: [''] },
  { prefix: /^(?:men|pen)(?=[aiueo])/, restored: ['t', 'n'] },
  { prefix: /^(?:men|pen)(?=[rw].)/, restored: ['t'] },
  { prefix: /^(?:mem|pem)(?=[bpfv])/, restored: [''] },
  { prefix: /^(?:mem|pem)(?=[aiueo])/, restored: ['p', 'm'] },
  { prefix: /^(?:mem|pem)(?=[lr])/, restored: ['p'] },
  { prefix: /^(?:me|pe)(?=[lrwymn])/, restored: [''] },
];

const SHORTEST_ROOT = 3;

function withoutEnding(word: string, endings: readonly string[]): string[] {
  return endings
    .filter((ending) => word.endsWith(ending) && word.length - ending.length >= SHORTEST_ROOT)
    .map((ending) => word.slice(0, -ending.length));
}

/**
 * What a word may come from, likeliest first: fewest letters taken off. English plurals count as well, since
 * buyers abroad ask for `shirts` and `dresses`. The word itself is not among them.
 */
export function rootCandidates(word: string): string[] {
  if (!/^[a-z]{4,}$/.test(word)) return [];
  const bare = new Set([word]);
  for (const form of [...bare]) for (const shorter of withoutEnding(form, PARTICLES)) bare.add(shorter);
  for (const form of [...bare]) for (const shorter of withoutEnding(form, POSSESSIVES)) bare.add(shorter);
  for (const form of [...bare]) for (const shorter of withoutEnding(form, SUFFIXES)) bare.add(shorter);
  const roots = new Set(bare);
  let forms = [...bare];
  // Two prefixes at most stand before a root: mem-per-, di-ber-, ke-ber-.
  for (let round = 0; round < 2; round++) {
    const next: string[] = [];
    for (const form of forms)
      for (const { prefix, restored } of PREFIXES) {
        const rest = form.replace(prefix, '');
        if (rest === form) continue;
        for (const letter of restored)
          if (rest.length + letter.length >= SHORTEST_ROOT) next.push(letter + rest);
      }
    for (const form of next) roots.add(form);
    forms = next;
  }
  if (word.endsWith('ies')) roots.add(`${word.slice(0, -3)}y`);
  if (word.endsWith('es')) roots.add(word.slice(0, -2));
  if (word.endsWith('s') && !word.endsWith('ss')) roots.add(word.slice(0, -1));
  roots.delete(word);
  return [...roots].filter((root) => root.length >= SHORTEST_ROOT).sort((a, b) => b.length - a.length);
}
