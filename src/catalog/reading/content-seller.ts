import { parseQris, type QrisFault } from '../../domain/payment/qris.ts';
import { canBeWhatsapp } from '../../schemas/phone.ts';
import type { SellerContent } from '../../schemas/seller.ts';
import type { Tell } from './content-problem.ts';
import { nearest } from './content-problem.ts';
import type { Region } from './regions.ts';

/** Stands in a draft wherever the seller has to be asked. */
export const TO_FILL_IN = 'BELUM DIISI';

/** Why a text can't be the shop's static QRIS, for editors. */
export const QRIS_FAULTS: Record<QrisFault, string> = {
  length: 'panjangnya tidak wajar',
  characters: 'ada huruf yang tidak boleh ada',
  structure: 'susunannya tidak utuh, mungkin terpotong saat disalin',
  checksum: 'angka pemeriksanya (CRC) tidak cocok, mungkin salah salin',
  duplicate_tag: 'ada bagian yang tertulis dua kali',
  order: 'susunannya tidak utuh, mungkin terpotong saat disalin',
  version: 'bukan QRIS',
  one_time: 'ini kode sekali bayar',
  not_static: 'ini bukan kode statis',
  no_room: 'kodenya terlalu panjang: dengan jumlah pembayaran melebihi 512 tanda',
  country: 'bukan kode Indonesia',
  currency: 'mata uangnya bukan rupiah',
  template: 'susunan data penjualnya rusak',
  merchant_account: 'data penjual di dalamnya tidak ada',
  merchant_name: 'nama penjual di dalamnya kosong',
  city: 'kota di dalamnya kosong',
  surcharge: 'kode ini membebankan biaya tambahan kepada pembeli',
};

/** Checks what a seller's file names: places, the phone, the QRIS. */
export function checkSeller(
  seller: SellerContent,
  regions: Map<string, Region>,
  tell: { error: Tell; warning: Tell },
): void {
  const { regency, district, whatsapp, payments } = seller;
  const known = regions.has(regency);
  if (!known)
    tell.error(
      ['regency'],
      `kode kabupaten/kota "${regency}" tidak ada`,
      nearestPlace(regency, regions) ??
        'cari kodenya di daftar Kemendagri, misalnya "33.26" untuk Kab. Pekalongan',
    );
  if (district !== undefined && !regions.has(district))
    tell.error(
      ['district'],
      `kode kecamatan "${district}" tidak ada`,
      'cari kodenya di daftar Kemendagri, atau hapus isian ini',
    );
  else if (district !== undefined && known && !district.startsWith(`${regency}.`))
    tell.error(
      ['district'],
      `kecamatan ${regions.get(district)!.name} tidak ada di ${regions.get(regency)!.name}`,
      'samakan kecamatan dengan kabupaten/kotanya',
    );
  for (const [index, code] of (payments.cod?.regions ?? []).entries())
    if (!regions.has(code))
      tell.error(
        ['payments', 'cod', 'regions', index],
        `kode wilayah "${code}" tidak ada`,
        'periksa kode Kemendagri provinsi atau kabupaten/kotanya',
      );
  if (!canBeWhatsapp(whatsapp))
    tell.warning(
      ['whatsapp'],
      'nomor telepon rumah tidak dapat menerima WhatsApp',
      'isi nomor HP toko yang terpasang WhatsApp',
    );
  if (seller.draft)
    tell.warning(
      ['draft'],
      'data penjual ini masih draf, jadi toko dan produknya belum tampil di mal',
      `lengkapi WhatsApp, e-mail, dan rekening yang bertuliskan ${TO_FILL_IN}, lalu hapus draft`,
    );
  else if (JSON.stringify(payments).includes(TO_FILL_IN))
    tell.error(
      ['payments'],
      `rekening penjual ini masih bertuliskan ${TO_FILL_IN}`,
      'isi rekeningnya, atau hapus cara bayar itu dan isi yang lain',
    );
  if (payments.qris !== undefined) {
    const result = parseQris(payments.qris);
    if (!result.ok)
      tell.error(
        ['payments', 'qris'],
        `QRIS ini tidak dapat dipakai: ${QRIS_FAULTS[result.reason]}`,
        'foto posternya lalu jalankan npm run qris -- <foto> --seller <penjual>; isinya teks yang diawali 000201',
      );
  }
}

function nearestPlace(code: string, regions: Map<string, Region>): string | undefined {
  const meant = nearest(
    code,
    [...regions.keys()].filter((other) => other.length === 5 && other.slice(0, 2) === code.slice(0, 2)),
  );
  return meant && `mungkin maksudnya "${meant}" (${regions.get(meant)!.name})`;
}
