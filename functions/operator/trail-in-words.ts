import { formatNumber, formatRupiah } from '../../src/domain/money.ts';
import { operatorDesk as t } from '../../src/i18n/operator/operator.ts';
import type { CatalogReader } from '../products/ports.ts';
import type { AuditRow } from '../turnover/ports.ts';

const SUBJECT = /^(seller|product|sku|edition):(.+)$/;

/** Lines of the trail as people read them: what was done, to which shop or goods by their names, and by whom. */
export function trailInWords(catalog: Pick<CatalogReader, 'sellers' | 'products' | 'skus' | 'editions'>) {
  return async (rows: AuditRow[]): Promise<AuditRow[]> => {
    const named = rows.flatMap(({ actor, subject }) => [SUBJECT.exec(subject), SUBJECT.exec(actor)]);
    const ofKind = (kind: string) => [
      ...new Set(named.flatMap((match) => (match?.[1] === kind ? [match[2]!] : []))),
    ];
    const [sellers, products, skus, editions] = await Promise.all([
      catalog.sellers(ofKind('seller')),
      catalog.products(ofKind('product')),
      catalog.skus(ofKind('sku')),
      catalog.editions(),
    ]);
    /** What left the catalogue keeps its slug. */
    const nameOf = (text: string): string => {
      const [, kind, slug = text] = SUBJECT.exec(text) ?? [];
      const sku = skus.get(slug);
      const names: Record<string, string | undefined> = {
        seller: sellers.get(slug)?.name,
        product: products.get(slug)?.title,
        sku: sku && (sku.variant ? `${sku.title}, ${sku.variant}` : sku.title),
        edition: editions.find((edition) => edition.slug === slug)?.name,
      };
      return (kind && names[kind]) ?? slug;
    };
    const actorOf = (actor: string) =>
      actor === 'gateway' ? t.gateway : actor.startsWith('seller:') ? t.ofShop(nameOf(actor)) : actor;
    const detailOf = ({ action, detail }: AuditRow) => {
      if (!/^\d+$/.test(detail)) return detail;
      if (action === 'refund') return formatRupiah(Number(detail));
      return action.startsWith('stock_') ? t.pieces(formatNumber(Number(detail))) : detail;
    };
    return rows.map((row) => ({
      ...row,
      action: t.actions[row.action] ?? row.action,
      subject: row.action === 'recount' ? '' : nameOf(row.subject),
      detail: detailOf(row),
      actor: actorOf(row.actor),
    }));
  };
}
