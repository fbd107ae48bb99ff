import { expect, test } from 'vitest';
import { DRAWERS } from './illustration/kinds.ts';
import { drawDetail, drawProduct } from './illustration.ts';

const KINDS = [...Object.keys(DRAWERS), 'kemeja-koko', 'barang-entah'];

const MOTIFS = [
  ...['parang', 'kawung', 'truntum', 'mega mendung', 'sekar jagad', 'lereng', 'ceplok', 'sidomukti'],
  ...[
    'udan liris',
    'jlamprang',
    'buketan',
    'tiga negeri',
    'latohan',
    'lok can',
    'tambal',
    'nitik',
    'gringsing',
  ],
  ...['semen', 'cuwiri', 'lurik', 'hujan gerimis', 'troso', 'rangrang', 'songket', 'ecoprint', 'jumputan'],
  ...['shibori', 'bordir', 'sulam pita', 'polos', 'kotak', 'goyor', 'palekat', 'warak ngendog', 'semarangan'],
  ...['daun jati', 'rifaiyah', 'floral', 'abstrak', 'anyam', 'kulit', 'tembaga', 'rajut', 'beras wutah'],
  ...['retak', 'geometris', 'polkadot', 'ciprat', 'parijoto', 'borobudur', 'ikan', 'entah'],
];

const SEEDS = ['a', 'batik-sekar/kemeja-parang', '2768'];

/** Reads XML as strictly as this needs: every element closed in order, attributes quoted and named once. */
function malformed(xml: string): string | undefined {
  const open: string[] = [];
  let rest = xml;
  while (rest) {
    const tag = /^<(\/?)([a-zA-Z]+)((?: [a-zA-Z-]+="[^"<>&]*")*)(\/?)>/.exec(rest);
    if (!tag) return `not an element: ${rest.slice(0, 80)}`;
    const [all, closing, name, attributes, empty] = tag;
    const names = [...attributes!.matchAll(/ ([a-zA-Z-]+)=/g)].map(([, attribute]) => attribute);
    if (new Set(names).size < names.length) return `an attribute twice: ${all}`;
    if (closing && open.pop() !== name) return `closed out of order: ${all}`;
    if (!closing && !empty) open.push(name!);
    rest = rest.slice(all.length);
    if (rest && !open.length) return 'more than one root';
  }
  return open.length ? `left open: ${open.join(' ')}` : undefined;
}

/** Every picture: each kind with each motif, plain and embroidered, for adults and children. */
function* pictures(): Generator<[string, string]> {
  for (const kind of KINDS)
    for (const motif of MOTIFS)
      for (const [index, seed] of SEEDS.entries())
        yield [
          `${kind}, ${motif}, ${seed}`,
          drawProduct({
            kind,
            motif,
            technique: index === 1 ? 'bordir' : 'tulis',
            colors: ['tosca', 'kuning', 'merah'].slice(0, index + 1),
            seed,
            details: index === 2 ? { size: 'anak', sleeve: 'panjang' } : {},
          }),
        ];
}

test('every kind in every motif is well-formed XML of at most 4 KB that stands alone', () => {
  for (const [name, svg] of pictures()) {
    expect(malformed(svg), name).toBeUndefined();
    expect(Buffer.byteLength(svg), name).toBeLessThanOrEqual(4096);
    expect(svg, name).not.toMatch(/ style=|<style|<script|<image|<text| on[a-z]+=|NaN|undefined/);
    const links = [...svg.matchAll(/href="([^"]*)"|url\(([^)]*)\)/g)].map(([, href, url]) => href ?? url!);
    for (const link of links) expect(svg, `${name}: ${link}`).toContain(` id="${link.slice(1)}"`);
    expect(svg.replace('http://www.w3.org/2000/svg', ''), name).not.toContain('//');
  }
});

test('no picture uses one id for two things', () => {
  for (const [name, svg] of pictures()) {
    const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size, name).toBe(ids.length);
  }
});

test('a picture has its size written on it, so that a page can keep its place', () => {
  const svg = drawProduct({ kind: 'kemeja', motif: 'parang', colors: ['sogan', 'krem'], seed: '1' });
  expect(svg).toMatch(
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="400" height="400" viewBox="0 0 400 400"/,
  );
});

test('the same attributes give the same picture, another seed another one', () => {
  for (const kind of KINDS) {
    const draw = (seed: string) => drawProduct({ kind, motif: 'kawung', colors: ['indigo'], seed });
    expect(draw('x')).toBe(draw('x'));
    expect(new Set(['1', '2', '3', '4'].map(draw)).size, kind).toBe(4);
  }
});

test('colours named by the seller are in the picture', () => {
  const svg = drawProduct({ kind: 'kain', motif: 'kawung', colors: ['maroon', 'krem'], seed: '1' });
  expect(svg).toContain('#74202f');
  expect(svg).toContain('#efe0c2');
});

test('long and short sleeves are told apart', () => {
  for (const kind of ['kemeja', 'blus', 'tunik', 'dress', 'outer', 'couple', 'piyama']) {
    const draw = (sleeve: 'panjang' | 'pendek') =>
      drawProduct({ kind, motif: 'parang', colors: ['sogan'], seed: '1', details: { sleeve } });
    expect(draw('panjang'), kind).not.toBe(draw('pendek'));
  }
});

test('the close-up shows the same cloth as the whole', () => {
  for (const motif of MOTIFS) {
    const attributes = { kind: 'selendang', motif, colors: ['hitam', 'merah', 'kuning'], seed: 'lurik-1' };
    const cloth = (svg: string) => /<pattern [^>]*>(.*?)<\/pattern>/.exec(svg)?.[1];
    const detail = drawDetail(attributes);
    expect(cloth(detail), motif).toBe(cloth(drawProduct(attributes)));
    expect(malformed(detail), motif).toBeUndefined();
    expect(Buffer.byteLength(detail), motif).toBeLessThanOrEqual(4096);
  }
});
