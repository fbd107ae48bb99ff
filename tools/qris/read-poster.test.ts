import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { formatEmv, formatTlv } from '../../src/domain/payment/emv-tlv.ts';
import { posterOf, slanted } from './poster-testing.ts';
import { readPoster } from './read-poster.ts';

/** A code that no bank knows: its institution does not exist. */
const payload = (changes: Record<string, string> = {}) =>
  formatEmv(
    Object.entries({
      '00': '01',
      '01': '11',
      26: formatTlv([
        { tag: '00', value: 'ID.CO.CONTOH.WWW' },
        { tag: '01', value: '936000000000000000' },
        { tag: '03', value: 'UMI' },
      ]),
      51: formatTlv([
        { tag: '00', value: 'ID.CO.QRIS.WWW' },
        { tag: '02', value: 'ID1020000000001' },
        { tag: '03', value: 'UMI' },
      ]),
      52: '5651',
      53: '360',
      58: 'ID',
      59: 'CONTOH BATIK SEKAR',
      60: 'KAB PEKALONGAN',
      61: '51111',
      ...changes,
    })
      .map(([tag, value]) => ({ tag, value }))
      .sort((a, b) => Number(a.tag) - Number(b.tag)),
  );
const STATIC = payload();
let poster: Buffer;
beforeAll(async () => {
  poster = await posterOf(STATIC);
});

const CORNERS = [
  [500, 500],
  [1000, 400],
  [1350, 1700],
  [150, 1600],
] as const;

test.each<[string, () => Promise<Buffer> | Buffer]>([
  ['the file that the bank sent', () => poster],
  [
    'sent on by a chat, small and hard compressed',
    () => sharp(poster).resize(320).jpeg({ quality: 40 }).toBuffer(),
  ],
  ['turned', () => sharp(poster).rotate(17, { background: '#777' }).jpeg().toBuffer()],
  ['turned by its EXIF', () => sharp(poster).jpeg().withMetadata({ orientation: 6 }).toBuffer()],
  ['from the side, with noise', () => slanted(poster, CORNERS, { noise: 0.3 })],
  [
    'small in a large photo of the stall',
    () =>
      slanted(
        poster,
        [
          [1300, 900],
          [1700, 930],
          [1690, 1500],
          [1290, 1480],
        ],
        { width: 3000, height: 2200 },
      ),
  ],
  ['pale, of little contrast', () => sharp(poster).linear(0.18, 90).jpeg().toBuffer()],
  ['dim', () => sharp(poster).linear(0.12, 5).jpeg().toBuffer()],
  ['a little out of focus', () => sharp(poster).blur(3).jpeg().toBuffer()],
  ['with a transparent ground', () => sharp(poster).ensureAlpha().png().toBuffer()],
])('a poster is read: %s', async (_, picture) => {
  expect(await readPoster(await picture())).toMatchObject({
    ok: true,
    payload: STATIC,
    qris: { merchant_name: 'CONTOH BATIK SEKAR', city: 'KAB PEKALONGAN', nmid: 'ID1020000000001' },
  });
});

const reasonOf = async (picture: Buffer) => {
  const result = await readPoster(picture);
  return result.ok ? undefined : result.reason;
};

test('what is no static QRIS of a shop is refused with what to do', async () => {
  expect(await reasonOf(await posterOf('https://contoh.test/menu'))).toContain(
    'bukan QRIS; isinya "https://contoh.test/menu"',
  );
  expect(await reasonOf(await posterOf(payload({ '01': '12' })))).toMatch(/sekali bayar; minta QRIS statis/);
  expect(await reasonOf(await posterOf(payload({ 55: '02', 56: '500' })))).toContain('biaya tambahan');
  expect(await reasonOf(await posterOf(`${STATIC.slice(0, -4)}0000`))).toContain('CRC');
});

test('a picture without a code, with two shops’ codes, or that is none is refused', async () => {
  expect(
    await reasonOf(
      await sharp(poster).extract({ left: 0, top: 0, width: 1000, height: 400 }).png().toBuffer(),
    ),
  ).toContain('tidak ada kode QR yang terbaca');
  expect(await reasonOf(await posterOf(STATIC, payload({ 59: 'TOKO LAIN' })))).toContain('ada 2 QRIS');
  expect(await reasonOf(Buffer.from('bukan gambar'))).toContain('tidak terbaca');
});

test('a QRIS beside another code, such as a link to the shop, is the one that is meant', async () => {
  expect(await readPoster(await posterOf('https://contoh.test', STATIC))).toMatchObject({ payload: STATIC });
});

const VECTORS = 'tests/data/qris-vectors.json';
test('the published samples, drawn and photographed: the good are read, the bad refused', async () => {
  const vectors: { name: string; payload: string }[] = JSON.parse(readFileSync(VECTORS, 'utf8'));
  const verdicts = await Promise.all(
    vectors.map(async ({ name, payload }) => {
      const result = await readPoster(await slanted(await posterOf(payload), CORNERS));
      return [name, result.ok ? (result.payload === payload ? 'same' : 'other') : result.reason];
    }),
  );
  expect(Object.fromEntries(verdicts)).toEqual({
    spec_example_valid_mpan: 'same',
    spec_example_invalid_mpan_checkdigit: 'same',
    spec_example_static_with_amount: 'same',
    ottocash_dev: 'same',
    emvco_spec_sample: expect.stringContaining('tidak dapat dipakai'),
    fake_crc_seed: expect.stringContaining('tidak dapat dipakai'),
  });
});
