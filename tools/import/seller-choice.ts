import type { Content } from '../../src/catalog/reading/content-folder.ts';
import type { Region } from '../../src/catalog/reading/regions.ts';
import { cleanLine } from '../../src/domain/text.ts';
import type { TableRow } from './csv-table.ts';
import type { PlaceResult } from './place-index.ts';
import { slugFor } from './slug.ts';

/** The seller of a row; a new one gets a draft file. */
export interface SellerChoice {
  slug: string;
  name: string;
  /** Kemendagri code; of a new seller. */
  regency: string;
  placeName: string;
  isNew: boolean;
}

export type SellerResult =
  | { ok: true; choice: SellerChoice; warnings: string[] }
  | { ok: false; reason: string };

interface Circumstances {
  content: Content;
  regions: Map<string, Region>;
  seller: string | undefined;
  sellerFiles: Set<string>;
  findPlace: (text: string) => PlaceResult;
}

/**
 * Whose a row is: `--seller`'s, else the seller's that its own column names, else one draft seller's for each
 * place. The place of a new seller is that of its first row.
 */
export function sellerChooser({
  content,
  regions,
  seller,
  sellerFiles,
  findPlace,
}: Circumstances): (text: TableRow['text']) => SellerResult {
  const known = new Map<string, SellerChoice>();
  const byName = new Map([...content.sellers].map(([slug, { name }]) => [name.toLowerCase(), slug]));

  return (text) => {
    const name = cleanLine(text.seller);
    const slug = seller ?? (name ? (byName.get(name.toLowerCase()) ?? slugFor(name, 'penjual')) : undefined);
    const before = slug === undefined ? undefined : known.get(slug);
    if (before) return { ok: true, choice: before, warnings: [] };
    if (slug !== undefined && sellerFiles.has(slug)) {
      const file = content.sellers.get(slug);
      const regency = file?.regency ?? '';
      const placeName = regions.get(regency)?.name ?? 'Jawa Tengah';
      const choice = { slug, name: file?.name ?? slug, regency, placeName, isNew: false };
      known.set(slug, choice);
      return { ok: true, choice, warnings: [] };
    }
    const found = findPlace(text.location);
    if (!found.ok)
      return {
        ok: false,
        reason: slug === undefined ? found.reason : `penjual "${slug}" belum ada, dan ${found.reason}`,
      };
    const { code, name: placeName } = found.place;
    const own = slug ?? `ukm-${slugFor(placeName)}`;
    const choice = known.get(own) ?? {
      slug: own,
      name: slug === undefined ? `UKM ${placeName}` : name || nameFrom(own),
      regency: code,
      placeName,
      isNew: !sellerFiles.has(own),
    };
    known.set(own, choice);
    return { ok: true, choice, warnings: found.warning ? [found.warning] : [] };
  };
}

/** `batik-sekar-arum` → `Batik Sekar Arum`. */
function nameFrom(slug: string): string {
  return slug.replaceAll('-', ' ').replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}
