import type { Content } from '../../src/catalog/reading/content-folder.ts';
import { formatNumber, formatRupiah } from '../../src/domain/money.ts';
import { parseQris } from '../../src/domain/payment/qris.ts';
import type { SellerContent } from '../../src/schemas/seller.ts';
import { qrisLine } from '../qris/describe-qris.ts';

/** Lines of each kind beyond this many are only counted. */
const MAX_LINES = 40;

export interface CatalogueChanges {
  added: string[];
  removed: string[];
  /** `<title>: <before> → <after>` */
  prices: string[];
  renamed: string[];
  sellers: string[];
  /** Where buyers' money goes now and did not before: to be compared with the seller. */
  payments: string[];
}

/** What is different for a buyer between two states of the content. */
export function changesBetween(before: Content, after: Content): CatalogueChanges {
  const former = new Map(
    [...after.products].flatMap(([slug, { seller, aliases }]) =>
      aliases.map((alias): [string, string] => [`${seller}/${alias}`, slug]),
    ),
  );
  const gone = [...before.products].filter(([slug]) => !after.products.has(slug));
  const arrivedByName = new Set(gone.flatMap(([slug]) => former.get(slug) ?? []));
  return {
    added: [...after.products]
      .filter(([slug]) => !before.products.has(slug) && !arrivedByName.has(slug))
      .map(([slug, { title, price }]) => `${title}, ${formatRupiah(price)} (${slug})`),
    removed: gone.filter(([slug]) => !former.has(slug)).map(([slug, { title }]) => `${title} (${slug})`),
    renamed: gone.flatMap(([slug]) => (former.has(slug) ? `${slug} → ${former.get(slug)}` : [])),
    prices: [...after.products].flatMap(([slug, { title, price }]) => {
      const was = before.products.get(slug)?.price;
      if (was === undefined || was === price) return [];
      const percent = Math.round((price / was - 1) * 100);
      return `${title}: ${formatRupiah(was)} → ${formatRupiah(price)} (${percent > 0 ? '+' : ''}${percent} %)`;
    }),
    sellers: [...after.sellers].filter(([slug]) => !before.sellers.has(slug)).map(([, { name }]) => name),
    payments: [...after.sellers].flatMap(([slug, seller]) => {
      const former = new Set(waysToPay(before.sellers.get(slug)).map(({ id }) => id));
      return waysToPay(seller)
        .filter(({ id }) => !former.has(id))
        .map(({ told }) => `${seller.name}: ${told}`);
    }),
  };
}

/** Where a seller's money goes. Of an account the last digits are enough to compare, and all that a comment may show. */
function waysToPay(seller: SellerContent | undefined): { id: string; told: string }[] {
  const { qris, bank, abroad } = seller?.payments ?? {};
  const code = qris === undefined ? undefined : parseQris(qris);
  return [
    ...(code?.ok ? [{ id: `qris ${qris}`, told: `QRIS ${qrisLine(code.qris)}` }] : []),
    ...[bank, abroad].flatMap((account) =>
      account
        ? [
            {
              id: `bank ${account.bank} ${account.number} ${account.holder}`,
              told: `rekening ${account.bank} …${account.number.replace(/\D/g, '').slice(-4)} atas nama ${account.holder}`,
            },
          ]
        : [],
    ),
  ];
}

/** The changes as a comment for a pull request, in Markdown and Indonesian. */
export function commentOf(changes: CatalogueChanges, products: number): string {
  const parts: [string, string[]][] = [
    ['Produk baru', changes.added],
    ['Produk yang hilang (tanpa `aliases`, alamat lamanya menjadi 410)', changes.removed],
    ['Berganti alamat', changes.renamed],
    ['Harga berubah', changes.prices],
    ['Penjual baru', changes.sellers],
    ['Tujuan pembayaran yang baru: cocokkan dengan poster QRIS atau buku tabungan penjual', changes.payments],
  ];
  const told = parts.filter(([, lines]) => lines.length);
  if (!told.length) return 'Isi katalog tidak berubah.\n';
  return [
    `### Perubahan katalog: ${formatNumber(products)} produk sesudahnya`,
    ...told.flatMap(([title, lines]) => [
      `**${title}: ${formatNumber(lines.length)}**`,
      [
        ...lines.slice(0, MAX_LINES).map((line) => `- ${safe(line)}`),
        ...(lines.length > MAX_LINES ? [`- … dan ${formatNumber(lines.length - MAX_LINES)} lagi`] : []),
      ].join('\n'),
    ]),
    '',
  ].join('\n\n');
}

/** A title can't make links, mentions or HTML of its own in a comment. */
function safe(text: string): string {
  return text.replace(/[<>@#`*_[\]|]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
