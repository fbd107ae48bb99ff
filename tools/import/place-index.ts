import { nearest } from '../../src/catalog/reading/content-problem.ts';
import type { Region } from '../../src/catalog/reading/regions.ts';

export type PlaceResult = { ok: true; place: Region; warning?: string } | { ok: false; reason: string };

type Kind = 'kab' | 'kota';

/** Names that people use besides the official one. */
const ALIASES: Record<string, string> = {
  solo: 'surakarta',
  jogja: 'yogyakarta',
  jogjakarta: 'yogyakarta',
  yogya: 'yogyakarta',
  tangsel: 'tangerangselatan',
  jakbar: 'jakartabarat',
  jakpus: 'jakartapusat',
  jaksel: 'jakartaselatan',
  jaktim: 'jakartatimur',
  jakut: 'jakartautara',
  purwokerto: 'banyumas',
  ujungpandang: 'makassar',
};

/** Finds the kabupaten or kota that a text names; made once for a table. */
export function placeIndex(regions: Iterable<Region>): (text: string) => PlaceResult {
  const places = [...regions].filter(({ code }) => code.length === 5);
  const byName = Map.groupBy(places, ({ name }) => keyOf(name).name);
  const labels = new Map(places.map(({ name }) => [name.toLowerCase(), name]));

  const find = (text: string): PlaceResult | undefined => {
    const { kind, name } = keyOf(text);
    const found = byName.get(ALIASES[name] ?? name) ?? [];
    const fitting = kind ? found.filter((place) => keyOf(place.name).kind === kind) : found;
    // Shops write "Kab." for a kabupaten and often leave out "Kota", so the bare name means the kota.
    const place = fitting.find((candidate) => keyOf(candidate.name).kind === 'kota') ?? fitting[0];
    if (!place) return undefined;
    return fitting.length > 1
      ? { ok: true, place, warning: `lokasi "${text}" dibaca sebagai ${place.name}` }
      : { ok: true, place };
  };

  const known = new Map<string, PlaceResult>();
  return (text) => {
    const typed = text.replace(/\s+/g, ' ').trim();
    let result = known.get(typed);
    result ??= typed
      ? [typed, ...typed.split(/\s*[,;/|–—]\s*|\s+-\s+/)].map(find).find((found) => found !== undefined)
      : { ok: false, reason: 'lokasi kosong' };
    if (!result) {
      const meant = nearest(typed, labels.keys());
      result = {
        ok: false,
        reason: `lokasi "${typed}" bukan kabupaten/kota di Indonesia${meant ? `; mungkin maksudnya ${labels.get(meant)}` : ''}`,
      };
    }
    known.set(typed, result);
    return result;
  };
}

/** A name without its kind, spaces or signs: `Kota Administrasi Jakarta Barat` is kota `jakartabarat`. */
function keyOf(text: string): { kind?: Kind; name: string } {
  const words = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const [, kind = '', rest = ''] =
    /^(?:(kabupaten|kab|kota|regency of|city of)\b)?(?: ?(?:administrasi|adm)\b)? ?(.*)$/.exec(words) ?? [];
  const ending = / (regency|city)$/.exec(rest)?.[1];
  const isKab = /^kab|^regency/.test(kind) || ending === 'regency';
  const isKota = /^kota|^city/.test(kind) || ending === 'city';
  const name = rest
    .replace(/ (?:regency|city)$/, '')
    .replace(/\bkep\b/, 'kepulauan')
    .replaceAll(' ', '');
  return { ...(isKab ? { kind: 'kab' as const } : isKota ? { kind: 'kota' as const } : {}), name };
}
