import type { Rupiah } from '../../domain/money.ts';
import { formatRupiah } from '../../domain/money.ts';
import { formatMomentInText } from '../moment.ts';

/** What the public pages say of the figures as they are now. */
export const liveFigures = {
  title: 'Angka saat ini',
  description: 'Omzet, UKM, produk, pengunjung, dan penawaran Mal UKM Jawa Tengah saat ini.',
  lead: (moment: string) => `Sampai dengan ${formatMomentInText(moment)}.`,
  link: 'Lihat angka saat ini',
  linkHint: 'Mal tetap buka sesudah expo, jadi angkanya terus bertambah.',
  editions: 'Menurut expo',
  edition: 'Expo',
  amount: 'Omzet',
  parts: (parts: { history: Rupiah; captured: Rupiah; reported: Rupiah; corrected: Rupiah }) =>
    `${formatRupiah(parts.history)} tercatat dalam laporan expo, ${formatRupiah(parts.captured)} lewat pesanan di mal, dan ${formatRupiah(parts.reported)} dilaporkan penjual${parts.corrected ? `, dikoreksi pengelola ${formatRupiah(parts.corrected)}` : ''}.`,
  back: 'Riwayat dan sumbernya',
};
