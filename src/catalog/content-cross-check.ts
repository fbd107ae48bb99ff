import { parseQris } from '../domain/qris.ts';
import { canBeWhatsapp, normalisePhone } from '../schemas/phone.ts';
import type { ProductContent } from '../schemas/product.ts';
import type { SellerContent } from '../schemas/seller.ts';
import type { Content, ReadFile } from './content-folder.ts';
import { nearest, type Problem } from './content-problem.ts';
import type { Region } from './regions.ts';

interface CrossCheck {
  content: Content;
  sellers: ReadFile<SellerContent>[];
  products: ReadFile<ProductContent>[];
  /** Names of the files in each seller's folder. */
  listing: Map<string, Set<string>>;
  regions: Map<string, Region>;
  problems: Problem[];
}

/**
 * Checks what no schema can see: whether what a file names exists. Returns the product files that have an error.
 */
export function crossCheck({
  content,
  sellers,
  products,
  listing,
  regions,
  problems,
}: CrossCheck): Set<string> {
  const failed = new Set<string>();
  const tell =
    ({ file, parsed }: ReadFile, severity: Problem['severity'] = 'error') =>
    (path: (string | number)[], message: string, remedy: string) => {
      const line = parsed.lineOf(path);
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

  for (const seller of sellers) checkSeller(seller, regions, tell(seller), tell(seller, 'warning'));
  const categories = content.categories.map(({ slug }) => slug);
  for (const product of products) {
    const { slug, value } = product;
    const error = tell(product);
    const [seller = ''] = slug.split('/');
    if (!content.sellers.has(seller))
      error(
        [],
        `penjual "${seller}" tidak ada atau datanya salah`,
        suggest(seller, content.sellers.keys(), `tambahkan sellers/${seller}.json`),
      );
    if (!categories.includes(value.category))
      error(
        ['category'],
        `kategori "${value.category}" tidak ada`,
        suggest(value.category, categories, 'pilih salah satu slug di categories.json'),
      );
    if (!content.editions.has(value.edition))
      error(
        ['edition'],
        `expo "${value.edition}" tidak ada`,
        suggest(value.edition, content.editions.keys(), 'tambahkan berkasnya di editions/'),
      );
    checkPhotos(value, listing.get(seller) ?? new Set(), error);
    if (!product.parsed.body)
      tell(product, 'warning')(
        [],
        'penjelasan produk masih kosong',
        'tulis dua atau tiga kalimat di bawah baris --- kedua',
      );
  }
  checkAliases(products, tell);
  return failed;
}

type Tell = (path: (string | number)[], message: string, remedy: string) => void;

function suggest(word: string, candidates: Iterable<string>, otherwise: string): string {
  const meant = nearest(word, candidates);
  return meant ? `mungkin maksudnya "${meant}"` : otherwise;
}

function checkSeller(
  { value }: ReadFile<SellerContent>,
  regions: Map<string, Region>,
  error: Tell,
  warning: Tell,
): void {
  if (!regions.has(value.regency))
    error(
      ['regency'],
      `kode wilayah "${value.regency}" tidak ada`,
      'cari kode kabupaten/kotanya di daftar Kemendagri',
    );
  if (
    value.district !== undefined &&
    !(regions.has(value.district) && value.district.startsWith(`${value.regency}.`))
  )
    error(
      ['district'],
      `kecamatan "${value.district}" tidak ada di kabupaten/kota ini`,
      'periksa kode kecamatannya',
    );
  const phone = normalisePhone(value.whatsapp);
  if (!phone.ok)
    error(
      ['whatsapp'],
      'nomor ini tidak dikenali',
      'tulis seperti "0812 3456 7890" atau "+62 812 3456 7890"',
    );
  else if (!canBeWhatsapp(phone.e164))
    warning(['whatsapp'], 'nomor telepon rumah tidak dapat menerima WhatsApp', 'isi nomor HP toko');
  if (value.payments.qris !== undefined) {
    const result = parseQris(value.payments.qris);
    if (!result.ok)
      error(
        ['payments', 'qris'],
        `isi QRIS tidak dapat dipakai (${result.reason})`,
        'salin ulang QRIS statis dari poster toko, bukan kode sekali bayar',
      );
  }
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

/** An address may lead to one product only: file names, former slugs and differences in case must not meet. */
function checkAliases(products: ReadFile<ProductContent>[], tell: (file: ReadFile) => Tell): void {
  const owners = new Map(products.map((product) => [product.slug, product]));
  for (const product of products) {
    const seller = product.slug.split('/')[0]!;
    product.value.aliases.forEach((alias, index) => {
      const address = `${seller}/${alias}`;
      const owner = owners.get(address);
      if (owner)
        tell(product)(
          ['aliases', index],
          `alamat "${alias}" sudah dipakai ${owner.file}`,
          'hapus alias ini, atau ganti nama berkas yang lain',
        );
      else owners.set(address, product);
    });
  }
}
