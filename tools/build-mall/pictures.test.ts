import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, expect, test } from 'vitest';
import type { Content } from '../../src/catalog/reading/content-folder.ts';
import { readPackEntry } from '../../src/domain/products/og-pack.ts';
import { preparePictures, publishPictures } from './pictures.ts';

const EXIF_FOLDER = 'tests/data/photos/exif';
const SNAPS = 'tests/data/photos/phone-snaps';

const drawing = (fill: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"><path fill="${fill}" d="M60 60h280v280h-280Z"/></svg>`;

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** A content folder of one seller whose products have the given photos, and folders for cache and output. */
function mallOf(files: Record<string, Buffer | string>, products: Record<string, string[]>) {
  const root = mkdtempSync(join(tmpdir(), 'gambar-'));
  made.push(root);
  const contentFolder = join(root, 'content');
  mkdirSync(join(contentFolder, 'products/toko'), { recursive: true });
  for (const [name, bytes] of Object.entries(files))
    if (typeof bytes === 'string' && existsSync(bytes))
      copyFileSync(bytes, join(contentFolder, 'products/toko', name));
    else writeFileSync(join(contentFolder, 'products/toko', name), bytes);
  const content = {
    products: new Map(
      Object.entries(products).map(([slug, photos]) => [
        `toko/${slug}`,
        { seller: 'toko', slug, photos, variants: [] },
      ]),
    ),
  } as unknown as Content;
  const cacheFolder = join(root, 'cache');
  const dist = join(root, 'dist');
  return {
    contentFolder,
    cacheFolder,
    dist,
    prepare: () => preparePictures({ content, contentFolder, cacheFolder }),
    publish: async () => {
      const { manifest, problems } = await preparePictures({ content, contentFolder, cacheFolder });
      await publishPictures(manifest, dist, cacheFolder);
      return { manifest, problems };
    },
  };
}

const plain = (width: number, height: number, background = '#7c1c2c') =>
  sharp({ create: { width, height, channels: 3, background } });

/** Chunks of a WebP file; metadata would stand in EXIF, XMP or ICCP. */
function webpChunks(bytes: Buffer): string[] {
  const chunks: string[] = [];
  for (
    let at = 12;
    at + 8 <= bytes.length;
    at += 8 + bytes.readUInt32LE(at + 4) + (bytes.readUInt32LE(at + 4) % 2)
  )
    chunks.push(bytes.toString('latin1', at, at + 4));
  return chunks;
}

test('photographs in other EXIF orientations stand upright, in two widths, without any metadata', async () => {
  const names = readdirSync(EXIF_FOLDER);
  const mall = mallOf(
    Object.fromEntries(names.map((name) => [name, join(EXIF_FOLDER, name)])),
    Object.fromEntries(names.map((name) => [name.slice(0, -4).toLowerCase().replace('_', '-'), [name]])),
  );
  const { manifest, problems } = await mall.publish();
  expect(problems).toEqual([]);
  for (const [product, { photos }] of Object.entries(manifest)) {
    const [photo] = photos;
    const isWide = product.includes('landscape');
    expect([product, photo?.width, photo?.height]).toEqual([product, 800, isWide ? 533 : 1200]);
    expect(photo?.sources.map(({ width }) => width)).toEqual([400, 800]);
    for (const { url, width } of photo?.sources ?? []) {
      const bytes = readFileSync(join(mall.dist, url));
      expect((await sharp(bytes).metadata()).width).toBe(width);
      expect(webpChunks(bytes)).toEqual(['VP8 ']);
    }
    const link = readPackEntry(readFileSync(join(mall.dist, 'og/toko.pack')), product.split('/')[1]!)!;
    const { format, width, height, exif, icc, xmp, isProgressive } = await sharp(link).metadata();
    expect({ format, width, height, exif, icc, xmp, isProgressive }).toMatchObject({
      format: 'jpeg',
      width: height,
      exif: undefined,
      icc: undefined,
      xmp: undefined,
      isProgressive: true,
    });
  }
  // The same scene in every orientation: upright, they look alike.
  const small = (product: string) =>
    sharp(join(mall.dist, manifest[product]!.photos[0]!.sources[0]!.url))
      .resize(12, 8, { fit: 'fill' })
      .raw()
      .toBuffer();
  for (const [first, ...others] of [
    ['toko/landscape-1', 'toko/landscape-6'],
    ['toko/portrait-1', 'toko/portrait-8'],
  ]) {
    const upright = await small(first!);
    for (const other of others) {
      const pixels = await small(other);
      const difference =
        pixels.reduce((sum, value, at) => sum + Math.abs(value - upright[at]!), 0) / pixels.length;
      expect([other, difference < 12]).toEqual([other, true]);
    }
  }
}, 60_000);

test('a narrow snap is never enlarged: one file of its own width', async () => {
  const mall = mallOf({ 'a.jpg': join(SNAPS, 'blouse_1c60316b.jpg') }, { blus: ['a.jpg'] });
  const { manifest } = await mall.publish();
  expect(manifest['toko/blus']?.photos).toMatchObject([
    {
      kind: 'photo',
      width: 400,
      height: 533,
      sources: [{ width: 400, url: expect.stringMatching(/^\/foto\/toko\/blus-1\.[0-9a-f]{8}\.400\.webp$/) }],
    },
  ]);
});

test('a second preparation encodes nothing and gives the same bytes; another cache gives them, too', async () => {
  const files = {
    'a.jpg': await plain(900, 600).jpeg().toBuffer(),
    'b.svg': drawing('#204080'),
  };
  const products = { satu: ['a.jpg', 'b.svg'], dua: ['b.svg'] };
  const mall = mallOf(files, products);
  const first = await mall.publish();
  const cached = readdirSync(join(mall.cacheFolder, 'pictures')).map((name) =>
    join(mall.cacheFolder, 'pictures', name),
  );
  const times = () => cached.map((path) => statSync(path).mtimeMs);
  const before = times();
  await mall.prepare();
  expect(times()).toEqual(before);
  const other = mallOf(files, products);
  expect((await other.publish()).manifest).toEqual(first.manifest);
  const published = readdirSync(mall.dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(mall.dist.length));
  for (const file of published)
    expect(readFileSync(join(other.dist, file)).equals(readFileSync(join(mall.dist, file)))).toBe(true);
  // Two web pictures, a drawing for each of two products, one pack.
  expect(published).toHaveLength(5);
});

test('a drawing is served as it is, and its link picture is a JPEG', async () => {
  const svg = drawing('#a02020');
  const mall = mallOf({ 'a.svg': svg }, { kemeja: ['a.svg'] });
  const { manifest } = await mall.publish();
  const [photo] = manifest['toko/kemeja']!.photos;
  expect(photo).toMatchObject({ kind: 'svg', width: 400, height: 400 });
  expect(readFileSync(join(mall.dist, photo!.sources[0]!.url), 'utf8')).toBe(svg);
  const link = readPackEntry(readFileSync(join(mall.dist, 'og/toko.pack')), 'kemeja')!;
  expect((await sharp(link).metadata()).format).toBe('jpeg');
  expect(link.length).toBeLessThan(100_000);
});

test.each([
  ['kosong.jpg', Buffer.alloc(0), /kosong/],
  ['heic.jpg', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), /HEIC/],
  ['rusak.jpg', Buffer.from('bukan foto'), /tidak terbaca/],
  ['skrip.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', /skrip/],
  ['tekan.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', /perintah/],
  [
    'luar.svg',
    '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://x.test/a.png"/></svg>',
    /berkas lain/,
  ],
  [
    'gaya.svg',
    '<svg xmlns="http://www.w3.org/2000/svg"><rect fill="url(https://x.test#a)"/></svg>',
    /berkas lain/,
  ],
])('%s is refused by name, and the good pictures go on', async (name, bytes, message) => {
  const mall = mallOf(
    { [name]: bytes, 'baik.jpg': await plain(300, 200).jpeg().toBuffer() },
    { a: [name], b: ['baik.jpg'] },
  );
  const { manifest, problems } = await mall.prepare();
  expect(problems).toEqual([
    {
      file: `products/toko/${name}`,
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(/\S/),
      severity: 'error',
    },
  ]);
  expect(manifest['toko/b']?.photos).toHaveLength(1);
});

test('a photo that is cut off in the middle is refused', async () => {
  const pixels = Buffer.from(Array.from({ length: 600 * 400 * 3 }, (_, at) => (at * at) % 251));
  const whole = await sharp(pixels, { raw: { width: 600, height: 400, channels: 3 } })
    .jpeg()
    .toBuffer();
  const mall = mallOf({ 'a.jpg': whole.subarray(0, whole.length / 2) }, { a: ['a.jpg'] });
  expect((await mall.prepare()).problems).toMatchObject([{ file: 'products/toko/a.jpg' }]);
});

test('a small file that would unfold to far too many pixels is refused before it is decoded', async () => {
  const bomb = await plain(16_000, 8_000, '#ffffff').png().toBuffer();
  const mall = mallOf({ 'a.png': bomb }, { a: ['a.png'] });
  expect((await mall.prepare()).problems).toMatchObject([{ message: expect.stringContaining('megapiksel') }]);
});

test("a variant's own photo comes after the product's", async () => {
  const mall = mallOf(
    {
      'a.jpg': await plain(300, 200).jpeg().toBuffer(),
      'b.jpg': await plain(300, 200, '#24376e').jpeg().toBuffer(),
    },
    {},
  );
  const content = {
    products: new Map([
      [
        'toko/x',
        {
          seller: 'toko',
          slug: 'x',
          photos: ['a.jpg'],
          variants: [{ photo: 'b.jpg' }, { photo: 'a.jpg' }, {}],
        },
      ],
    ]),
  } as unknown as Content;
  const { manifest } = await preparePictures({
    content,
    contentFolder: mall.contentFolder,
    cacheFolder: mall.cacheFolder,
  });
  expect(manifest['toko/x']?.photos.map(({ file }) => file)).toEqual(['a.jpg', 'b.jpg']);
});
