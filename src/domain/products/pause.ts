import type { SkuFacts } from './facts.ts';

/** Why something can't be ordered just now: the shop is away, the goods are gone, or the operator stopped it. */
export const PAUSE_KINDS = ['holiday', 'sold_out', 'suspended'] as const;
export type PauseKind = (typeof PAUSE_KINDS)[number];

/** What can't be ordered just now although the catalogue has it. Moments are UTC, ISO 8601. */
export interface Pause {
  /** `seller:<seller>`, `product:<seller>/<product>` or `sku:<sku>` */
  scope: string;
  kind: PauseKind;
  seller: string;
  /** Absent: until it is lifted. */
  until?: string;
  /** What buyers are told. */
  note: string;
}

type Scoped = Pick<SkuFacts, 'sku' | 'former' | 'product' | 'seller'>;

/** The scopes that a SKU falls under, those of its former names too: another name lifts no pause. */
export function scopesOf({ sku, former = [], product, seller }: Scoped): string[] {
  const products = former.map((each) => `product:${each.split('/').slice(0, 2).join('/')}`);
  return [
    ...new Set([`seller:${seller}`, `product:${product}`, ...products, ...skuScopesOf({ sku, former })]),
  ];
}

/** The scopes of one SKU alone, its present name's first. */
export function skuScopesOf({ sku, former = [] }: Pick<SkuFacts, 'sku' | 'former'>): string[] {
  return [sku, ...former].map((each) => `sku:${each}`);
}

/** The gravest pause that a SKU falls under. */
export function pauseOf(facts: Scoped, pauses: readonly Pause[]): Pause | undefined {
  const scopes = scopesOf(facts);
  const found = pauses.filter(({ scope }) => scopes.includes(scope));
  for (const kind of ['suspended', 'holiday', 'sold_out'] as const) {
    const pause = found.find((candidate) => candidate.kind === kind);
    if (pause) return pause;
  }
  return undefined;
}
