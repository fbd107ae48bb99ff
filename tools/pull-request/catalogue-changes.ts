import type { Content } from '../../src/catalog/reading/content-folder.ts';
import { formatNumber, formatRupiah } from '../../src/domain/money.ts';
import { parseQris } from '../../src/domain/payment/qris.ts';
import { APPROVED_FIELDS, type ApprovedField, sortedJson } from '../../src/domain/products/approval.ts';
import { approvedFields, inWords } from '../../src/i18n/operator/approvals.ts';
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
  /** Where buyers' money goes and who the seller is, where that changes: to be asked of the seller, line by line. */
  destinations: string[];
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
    destinations: destinationChanges(before, after),
  };
}

/** One line a seller: what changed of its e-mail, WhatsApp and ways of paying, or all of it for a new one. */
function destinationChanges(before: Content, after: Content): string[] {
  return [...after.sellers].flatMap(([slug, seller]) => {
    const was = before.sellers.get(slug);
    const changes = APPROVED_FIELDS.flatMap((field) => {
      const [then, now] = [was && contentOf(was, field), contentOf(seller, field)];
      if (sortedJson(then ?? null) === sortedJson(now ?? null)) return [];
      const [told, former] = [now === undefined ? 'dihapus' : tell(seller, field), was && tell(was, field)];
      const same = told === former ? ' (nomor lain)' : '';
      return `${approvedFields[field]} ${was ? `${then === undefined ? 'belum ada' : former} → ` : ''}${told}${same}`;
    });
    return changes.length ? [`${seller.name} (${slug}): ${changes.join('; ')}`] : [];
  });
}

function contentOf({ email, whatsapp, payments }: SellerContent, field: ApprovedField): unknown {
  return { email, whatsapp, ...payments }[field];
}

/** Of an account the last digits are enough to compare, and all that a comment may show. */
function tell(seller: SellerContent, field: ApprovedField): string {
  const { qris, bank, abroad, cod } = seller.payments;
  const account = field === 'bank' ? bank : field === 'abroad' ? abroad : undefined;
  if (account)
    return `${account.bank} …${account.number.replace(/\D/g, '').slice(-4)} atas nama ${account.holder}`;
  if (field === 'qris' && qris !== undefined) {
    const code = parseQris(qris);
    return code.ok ? qrisLine(code.qris) : 'yang tidak dapat dibaca';
  }
  if (field === 'cod' && cod) return inWords(seller, 'cod');
  return String(contentOf(seller, field) ?? 'belum ada');
}

/** The changes as a comment for a pull request, in Markdown and Indonesian. */
export function commentOf(changes: CatalogueChanges, products: number): string {
  const parts: [string, string[], number?][] = [
    // First and never cut: a change that nobody reads is how money goes astray.
    [
      'Tujuan uang dan pemilik toko: tanyakan kepada penjual lewat kontak yang LAMA',
      changes.destinations,
      Number.POSITIVE_INFINITY,
    ],
    ['Produk baru', changes.added],
    ['Produk yang hilang (tanpa `aliases`, alamat lamanya menjadi 410)', changes.removed],
    ['Berganti alamat', changes.renamed],
    ['Harga berubah', changes.prices],
    ['Penjual baru', changes.sellers],
  ];
  const told = parts.filter(([, lines]) => lines.length);
  if (!told.length) return 'Isi katalog tidak berubah.\n';
  return [
    `### Perubahan katalog: ${formatNumber(products)} produk sesudahnya`,
    ...told.flatMap(([title, lines, most = MAX_LINES]) => [
      `**${title}: ${formatNumber(lines.length)}**`,
      [
        ...lines.slice(0, most).map((line) => `- ${safe(line)}`),
        ...(lines.length > most ? [`- … dan ${formatNumber(lines.length - most)} lagi`] : []),
      ].join('\n'),
    ]),
    '',
  ].join('\n\n');
}

/** A title can't make links, mentions or HTML of its own in a comment. */
function safe(text: string): string {
  return text.replace(/[<>@#`*_[\]|]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
