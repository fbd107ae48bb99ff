import type { CategoryContent } from '../../schemas/category.ts';
import type { EditionContent } from '../../schemas/edition.ts';
import type { ProductContent } from '../../schemas/product.ts';
import type { SellerContent } from '../../schemas/seller.ts';
import type { ShippingServiceContent } from '../../schemas/shipping.ts';
import { checkDestinations } from './content-destinations.ts';
import { type ContentFiles, type ReadFile, slugOf } from './content-files.ts';
import { checkLegality, checkPrivate } from './content-legality.ts';
import { nearest, type Problem, type Tell } from './content-problem.ts';
import { checkSeller } from './content-seller.ts';
import type { Region } from './regions.ts';

interface Everything {
  files: ContentFiles;
  categories: ReadFile<CategoryContent[]>[];
  sellers: ReadFile<SellerContent>[];
  editions: ReadFile<EditionContent>[];
  shipping: ReadFile<ShippingServiceContent>[];
  products: ReadFile<ProductContent>[];
  regions: Map<string, Region>;
  problems: Problem[];
  /** The day in WIB on which certificates are judged. */
  today: string;
}

/**
 * Checks what no schema can see: whether what a file names exists. A seller, category or edition whose own file
 * is faulty is told once, there, and not again for each of its products.
 * @returns the files that must stay out of the content
 */
export function crossCheck(all: Everything): Set<string> {
  const { files, regions, problems } = all;
  const failed = new Set<string>();
  const teller =
    ({ file, parsed }: ReadFile, severity: Problem['severity']): Tell =>
    (path, message, remedy, line = parsed.lineOf(path)) => {
      problems.push({
        file,
        ...(line !== undefined && { line }),
        ...(path.length && { field: path.join('.') }),
        message,
        remedy,
        severity,
      });
      if (severity === 'error') failed.add(file);
    };

  for (const list of all.categories) checkCategories(list.value, teller(list, 'error'));
  for (const seller of all.sellers)
    checkSeller(seller.value, regions, {
      error: teller(seller, 'error'),
      warning: teller(seller, 'warning'),
    });
  for (const seller of all.sellers)
    for (const field of ['about', 'about_en'] as const)
      checkPrivate([field], seller.value[field] ?? '', teller(seller, 'error'));
  checkDestinations(all.sellers, (seller) => teller(seller, 'error'));
  for (const service of all.shipping) checkZones(service.value, regions, teller(service, 'error'));

  const sellers = { named: new Set(files.sellers.map(slugOf)), valid: slugsOf(all.sellers, failed) };
  const editions = { named: new Set(files.editions.map(slugOf)), valid: slugsOf(all.editions, failed) };
  const owners = new Map(all.sellers.map(({ slug, value }) => [slug, value]));
  const categories = all.categories.flatMap(({ value }) => value);
  for (const product of all.products) {
    const { slug, value, parsed, file } = product;
    const error = teller(product, 'error');
    const [seller = ''] = slug.split('/');
    if (!sellers.named.has(seller))
      error(
        [],
        `penjual "${seller}" tidak ada`,
        suggest(seller, sellers.named, `tambahkan sellers/${seller}.json`),
      );
    if (!editions.named.has(value.edition))
      error(
        ['edition'],
        `expo "${value.edition}" tidak ada`,
        suggest(value.edition, editions.named, `tambahkan editions/${value.edition}.json`),
      );
    if (categories.length && !categories.some((category) => category.slug === value.category))
      error(
        ['category'],
        `kategori "${value.category}" tidak ada`,
        suggestCategory(value.category, categories),
      );
    checkPhotos(value, files.beside.get(seller) ?? new Set(), error);
    if (!parsed.body)
      teller(product, 'warning')(
        [],
        'penjelasan produk masih kosong',
        'tulis dua atau tiga kalimat di bawah baris --- kedua',
      );
    const owner = owners.get(seller);
    if (value.export_ready && owner && !owner.draft && !owner.payments.abroad)
      teller(product, 'warning')(
        ['export_ready'],
        'penjualnya tidak menerima pembayaran dari luar negeri (payments.abroad), jadi produk ini tidak ditawarkan ke luar negeri',
        `isi payments.abroad di sellers/${seller}.json, atau hapus export_ready`,
      );
    checkLegality(product, all.today, { error, warning: teller(product, 'warning') });
    if (!sellers.valid.has(seller) || !editions.valid.has(value.edition) || !categories.length)
      failed.add(file);
  }
  problems.push(
    ...unusedPhotos(
      files,
      all.products.filter(({ file }) => !failed.has(file)),
    ),
  );
  checkAddresses(all.products, (product) => teller(product, 'error'));
  return failed;
}

function slugsOf(files: ReadFile[], failed: Set<string>): Set<string> {
  return new Set(files.filter(({ file }) => !failed.has(file)).map(({ slug }) => slug));
}

function suggest(word: string, candidates: Iterable<string>, otherwise: string): string {
  const meant = nearest(word, candidates);
  return meant ? `mungkin maksudnya "${meant}"; kalau bukan, ${otherwise}` : otherwise;
}

function suggestCategory(word: string, categories: CategoryContent[]): string {
  const slugs = new Map(
    categories.flatMap(({ slug, name, synonyms }) => [slug, name, ...synonyms].map((text) => [text, slug])),
  );
  const meant =
    slugs.get(nearest(word.replaceAll('-', ' '), slugs.keys()) ?? '') ?? nearest(word, slugs.keys());
  const choices = `pilih salah satu: ${categories.map(({ slug }) => slug).join(', ')}`;
  return meant ? `mungkin maksudnya "${meant}"; kalau bukan, ${choices}` : choices;
}

function checkCategories(categories: CategoryContent[], error: Tell): void {
  const seen = new Set<string>();
  for (const [index, { slug }] of categories.entries()) {
    if (seen.has(slug)) error([index, 'slug'], `kategori "${slug}" tertulis dua kali`, 'hapus salah satunya');
    seen.add(slug);
  }
}

function checkZones(
  { zones, not_to = [] }: ShippingServiceContent,
  regions: Map<string, Region>,
  error: Tell,
): void {
  const unknown = (code: string) => /^\d/.test(code) && !regions.has(code);
  const check = (codes: string[], path: (string | number)[]) => {
    for (const [position, code] of codes.entries())
      if (unknown(code))
        error(
          [...path, position],
          `kode wilayah "${code}" tidak ada`,
          'periksa kode Kemendagri provinsi, kabupaten/kota, atau kecamatannya',
        );
  };
  check(not_to, ['not_to']);
  for (const [index, zone] of zones.entries())
    for (const side of ['from', 'to'] as const) check(zone[side], ['zones', index, side]);
}

function checkPhotos(product: ProductContent, files: Set<string>, error: Tell): void {
  const named: [(string | number)[], string][] = [
    ...product.photos.map((name, index): [(string | number)[], string] => [['photos', index], name]),
    ...product.variants.flatMap(({ photo }, index): [(string | number)[], string][] =>
      photo === undefined ? [] : [[['variants', index, 'photo'], photo]],
    ),
  ];
  for (const [path, name] of named) {
    if (files.has(name)) continue;
    const sameLetters = [...files].find((file) => file.toLowerCase() === name.toLowerCase());
    error(
      path,
      `foto "${name}" tidak ada di folder produk ini`,
      sameLetters
        ? `nama berkasnya "${sameLetters}"; huruf besar dan kecil harus sama`
        : suggest(name, files, 'taruh fotonya di folder yang sama, atau perbaiki namanya'),
    );
  }
}

/** Photos that no product names. A seller with a faulty product has none: that product may mean them. */
function unusedPhotos(
  { beside, products: paths }: ContentFiles,
  products: ReadFile<ProductContent>[],
): Problem[] {
  const sellerOf = (slug: string) => slug.split('/')[0]!;
  const read = Map.groupBy(products, ({ slug }) => sellerOf(slug));
  const there = Map.groupBy(paths, (path) => sellerOf(slugOf(path)));
  return [...beside].flatMap(([seller, names]) => {
    const own = read.get(seller) ?? [];
    if (own.length !== there.get(seller)?.length) return [];
    const used = new Set(
      own.flatMap(({ value }) => [...value.photos, ...value.variants.flatMap(({ photo }) => photo ?? [])]),
    );
    return [...names]
      .filter((name) => !used.has(name))
      .map((name) => ({
        file: `products/${seller}/${name}`,
        message: 'foto ini tidak dipakai produk mana pun',
        remedy: 'sebutkan di photos produknya, atau hapus',
        severity: 'warning' as const,
      }));
  });
}

/** An address may lead to one product only, so a former slug may not be another product's present or former one. */
function checkAddresses(
  products: ReadFile<ProductContent>[],
  errorsOf: (product: ReadFile<ProductContent>) => Tell,
): void {
  const owners = new Map(products.map(({ slug, file }) => [slug, file]));
  for (const product of products) {
    const [seller = ''] = product.slug.split('/');
    for (const [index, alias] of product.value.aliases.entries()) {
      const address = `${seller}/${alias}`;
      const owner = owners.get(address);
      if (owner)
        errorsOf(product)(
          ['aliases', index],
          `alamat "${alias}" sudah dipakai ${owner === product.file ? 'produk ini sendiri' : owner}`,
          'hapus alias ini, atau ganti nama berkas yang lain',
        );
      else owners.set(address, product.file);
    }
  }
}
