import { z } from 'zod';
import { formatRupiah, MAX_PRICE, MIN_PRICE } from '../domain/money.ts';
import { SLUG_PATTERN } from '../domain/products/sku.ts';

// Fields that several schemas share. Messages are for editors, so they are in Indonesian.

/** How a field is asked for: its name in forms, and the one sentence that explains it there and in the check. */
export const ask = (label: string, help: string) => ({ title: label, description: help });

/** A line of text: no line breaks, not empty, trimmed. */
export const line = (max: number) =>
  z
    .string({ error: 'harus berupa teks' })
    .trim()
    .min(1, 'tidak boleh kosong')
    .max(max, `paling panjang ${max} huruf`)
    .regex(/^[^\r\n]*$/, 'harus satu baris saja');

export const slug = z
  .string({ error: 'harus berupa teks' })
  .max(80, 'paling panjang 80 huruf')
  .regex(SLUG_PATTERN, 'hanya huruf kecil, angka, dan tanda hubung, misalnya "kemeja-parang"');

export const price = z
  .number({ error: 'harus berupa angka rupiah tanpa titik, misalnya 185000' })
  .int('harus bilangan bulat rupiah, tanpa koma')
  .min(MIN_PRICE, `harga paling rendah ${formatRupiah(MIN_PRICE)}; periksa lagi angkanya`)
  .max(MAX_PRICE, `harga paling tinggi ${formatRupiah(MAX_PRICE)}; periksa lagi jumlah nolnya`);

export const count = (what: string, max: number) =>
  z
    .number({ error: `harus berupa angka ${what}` })
    .int('harus bilangan bulat')
    .min(0, 'tidak boleh kurang dari 0')
    .max(max, `paling banyak ${max}`);

/** Kemendagri code of a kabupaten or kota, such as `33.26`. */
export const regency = z
  .string({ error: 'harus berupa teks dalam tanda kutip, misalnya "33.26"' })
  .regex(/^\d{2}\.\d{2}$/, 'harus kode Kemendagri kabupaten/kota, misalnya "33.26"');

/** Kemendagri code of a kecamatan, such as `33.26.12`. */
export const district = z
  .string({ error: 'harus berupa teks dalam tanda kutip, misalnya "33.26.12"' })
  .regex(/^\d{2}\.\d{2}\.\d{2}$/, 'harus kode Kemendagri kecamatan, misalnya "33.26.12"');

/** A calendar day in WIB, `2026-12-31`. */
export const day = z
  .string({ error: 'harus berupa tanggal dalam tanda kutip, misalnya "2026-12-31"' })
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'harus tanggal seperti "2026-12-31"')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'tanggal ini tidak ada di kalender');

/** A moment with its offset, `2020-11-20T13:00:00+07:00`. */
export const moment = z.iso.datetime({
  offset: true,
  error: 'harus waktu lengkap dengan zona, misalnya "2020-11-20T13:00:00+07:00"',
});

export const photo = z
  .string({ error: 'harus nama berkas foto' })
  .regex(
    /^(?:\.\/)?[A-Za-z0-9][A-Za-z0-9._-]*$/,
    'harus nama berkas di folder yang sama, tanpa spasi, misalnya "kemeja-1.jpg"',
  )
  .transform((name) => name.replace(/^\.\//, ''));
