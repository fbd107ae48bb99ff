import { formatNumber } from '../../src/domain/money.ts';
import type { Qris } from '../../src/domain/payment/qris.ts';

/** What must be compared with the poster, in one line: the name that payers see, the city, the NMID. */
export function qrisLine({ merchant_name, city, nmid }: Qris): string {
  return `atas nama ${merchant_name}, ${city}, ${nmid ? `NMID ${nmid}` : 'tanpa NMID'}`;
}

/** What a person with the poster in hand compares with it, a line each, with what else is worth knowing. */
export function qrisLines({ merchant_name, city, nmid, tip, fixed_amount }: Qris): string[] {
  return [
    `  nama  ${merchant_name}`,
    `  kota  ${city}`,
    `  NMID  ${nmid ?? '(tidak ada di kode ini)'}`,
    ...(fixed_amount
      ? [
          `  Kode ini memuat nominal tetap Rp${formatNumber(Number(fixed_amount))}; mal menggantinya dengan total pesanan.`,
        ]
      : []),
    ...(tip ? ['  Aplikasi pembeli akan menanyakan tip; halaman pesanan menyarankan 0.'] : []),
  ];
}
