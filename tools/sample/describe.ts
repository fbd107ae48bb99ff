import type { Technique } from '../../src/domain/products/product.ts';
import { CRAFTS } from './crafts.ts';
import { type Random, seeded } from './illustration/random.ts';
import type { Kind } from './kind.ts';
import { MEANINGS } from './motif-meanings.ts';
import {
  CLOSINGS,
  COLOR_CLOSINGS,
  FEELS,
  OPENINGS,
  ORDER_CLOSINGS,
  SMALL_OPENINGS,
  USES,
} from './product-words.ts';
import { regionName, type SampleSeller } from './sellers.ts';
import { Varied } from './varied.ts';

/** What a description is about. */
export interface Described {
  seller: SampleSeller;
  kindName: string;
  kind: Kind;
  technique: Technique;
  motif: string;
  material: string;
  colors: readonly string[];
  /** "kemeja batik tulis". */
  thing: string;
  /** "motif parang"; nothing where the goods have none. */
  pattern: string;
  /** How titles call the kind: "Daster Lengan Panjang". */
  name: string;
  /** It comes in several colours, so that no one colour may be told as its own. */
  colorful: boolean;
  /** More than one choice of size or colour. */
  choices: boolean;
  orderDays?: number;
}

/** The craft whose sentences tell how this technique is done, where the seller's own craft would say another. */
const TELLER: Partial<Record<Technique, string>> = {
  tulis: 'batik-halus',
  cap: 'batik-cap',
  printing: 'batik-printing',
  lurik: 'lurik',
  sulam: 'sulam',
  konveksi: 'konveksi',
};

/** The craft that speaks about how this was made and how it is cared for. */
export function tellerOf(craft: string, technique: Technique, kindName: string): string {
  if (craft === 'blangkon' && kindName === 'blangkon') return craft;
  if (craft === 'serat') return craft;
  return TELLER[technique] ?? (craft === 'blangkon' ? 'batik-cap' : craft);
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
export const listed = (words: readonly string[]) =>
  words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')}${words.length > 2 ? ',' : ''} dan ${words.at(-1)}`;

const SMALL = /^(tas-dompet|aksesoris|alas-kaki)$/;
const WAX: readonly Technique[] = ['tulis', 'cap', 'kombinasi'];

/** What touches the skin, and sentences that speak of that. */
const WORN = /^(?!tas|dompet|clutch|taplak|bantal|kalung|gelang|bros|anting|ikat-pinggang)/;
const ON_SKIN =
  /leher|menerawang|keringat|gerah|dalaman|di kulit|dipakai lama\.|di badan|luar ruangan|saat dingin/;

/** Whether a sentence of a craft or kind is true for this product. */
function fits(sentence: string, about: Described): boolean {
  const { technique, material, motif, kindName, name, choices, kind } = about;
  if (/lilin/i.test(sentence) && kindName === 'kain' && !WAX.includes(technique)) return false;
  if (/sarung/i.test(sentence) && kindName !== 'sarung' && kindName !== 'bantal') return false;
  if (/diikat tali rafia|tenun ikat|kedua arah benang/.test(sentence) && technique !== 'tenun-ikat')
    return false;
  if (/batok|keping|tumbuh di pohon/i.test(sentence) && /kayu/.test(material)) return false;
  if (/^Buatan tangan/.test(sentence) && /^(printing|konveksi)$/.test(technique)) return false;
  if (/\{color\}/.test(sentence) && about.colorful) return false;
  if (!WORN.test(kindName) && ON_SKIN.test(sentence)) return false;
  if (/nabati/.test(sentence) && !/nabati/.test(material)) return false;
  if (/^Pitanya satin/.test(sentence) && motif !== 'sulam pita') return false;
  if (/kerancang/.test(sentence) && !/kerancang/.test(motif)) return false;
  if (/bagian depan/.test(sentence) && !/^(blus|tunik|kebaya|gamis|dress|kemeja)$/.test(kindName))
    return false;
  if (/Kedua sisinya/.test(sentence) && !/^(tulis|tenun|lurik)/.test(technique)) return false;
  if (/Ukuran toleransi/.test(sentence) && !choices) return false;
  if (kind.category === 'kain' && /dipakai|jahitan rapi|mudah dipadukan|^Nyaman/.test(sentence)) return false;
  if (kind.category === 'aksesoris' && /^Nyaman/.test(sentence)) return false;
  if (/tiga perempat|sebatas siku/.test(sentence) && /Lengan Panjang/.test(name)) return false;
  if (/^Satu ukuran/.test(sentence) && choices) return false;
  if (/Dijahit|penjahit/.test(sentence) && /lembar|meter/.test(kind.unit ?? '') && technique === 'printing')
    return false;
  return true;
}

/** Writes descriptions; no two that it gives are equal. */
export class Describer {
  readonly #deals = new Map<string, Varied>();
  readonly #given = new Set<string>();

  #deal(key: string, sentences: readonly string[], about: Described): string | undefined {
    const chosen = sentences.filter((sentence) => fits(sentence, about));
    if (!chosen.length) return undefined;
    const name = `${key}/${chosen.join('/')}`;
    const deal = this.#deals.get(name) ?? new Varied(chosen, seeded(name));
    this.#deals.set(name, deal);
    return deal.next();
  }

  /** Two to five sentences in Indonesian about one product. */
  describe(about: Described, random: Random): string {
    for (;;) {
      const text = this.#write(about, random);
      if (this.#given.has(text)) continue;
      this.#given.add(text);
      return text;
    }
  }

  #write(about: Described, random: Random): string {
    const { seller, kind, kindName, material, motif, pattern, thing, colors, orderDays } = about;
    const small = SMALL.test(kind.category);
    const openings = (small ? SMALL_OPENINGS : OPENINGS).filter(
      (text) =>
        (pattern !== '' && pattern !== 'polos') ||
        !/dengan \{motif\}|: \{motif\}|pilihan \{motif\}|sederhana, \{motif\}/.test(text),
    );
    const uses = [...kind.uses];
    const use = uses.splice(Math.floor(random.next() * uses.length), 1)[0]!;
    const fill = (text: string | undefined) =>
      text
        ?.replaceAll('{thing}', thing)
        .replaceAll('{Thing}', capital(thing))
        .replaceAll('{motif}', pattern)
        .replaceAll('{color}', listed(colors))
        .replaceAll('{place}', seller.locality.place)
        .replaceAll('{region}', regionName(seller.region))
        .replaceAll('{use}', use)
        .replaceAll('{other}', random.pick(uses))
        .replaceAll('{material}', material)
        .replaceAll('{Material}', capital(material))
        .replaceAll('{days}', String(orderDays))
        .replaceAll('{colors}', listed(colors))
        .replace(/ {2,}/g, ' ')
        .replace(/ ([,.:;])/g, '$1');
    const craft = CRAFTS[tellerOf(seller.locality.craft, about.technique, kindName)]!;
    const feels = FEELS.find(([pattern]) => pattern.test(material))![1];
    const opening = this.#deal('opening', openings, about);
    const meaning =
      motif === 'polos' ? undefined : this.#deal(`meaning ${motif}`, MEANINGS[motif] ?? [], about);
    const feel = this.#deal(`feel ${material}`, feels, about);
    const making = this.#deal(`making ${craft.work}`, craft.making, about);
    const detail = this.#deal(`detail ${kindName}`, kind.details, about);
    const purpose = this.#deal(
      'use',
      uses.length ? USES : USES.filter((text) => !text.includes('{other}')),
      about,
    );
    const closing = orderDays
      ? this.#deal('order', ORDER_CLOSINGS, about)
      : about.colorful && kind.unit !== 'kodi' && random.chance(0.5)
        ? this.#deal('colors', COLOR_CLOSINGS, about)
        : this.#deal('closing', closingsFor(about, small), about);
    const middle = [
      random.chance(0.5) ? meaning : undefined,
      random.chance(0.55) ? making : undefined,
      random.chance(0.4) ? feel : undefined,
      random.chance(0.65) ? detail : undefined,
      random.chance(0.4) ? purpose : undefined,
    ].filter((text) => text !== undefined);
    if (!middle.length) middle.push((detail ?? making)!);
    const end = orderDays || random.chance(0.3) ? closing : undefined;
    while (middle.length > (end ? 3 : 4)) middle.splice(Math.floor(random.next() * middle.length), 1);
    return [opening, ...middle, end]
      .map(fill)
      .filter((text) => text !== undefined)
      .join(' ');
  }
}

/** Ends of descriptions that are true for the kind: no cloth is left over from a copper brooch. */
function closingsFor({ kind, technique }: Described, small: boolean): string[] {
  return CLOSINGS.filter((text) => {
    if (/^Sisa kain/.test(text)) return !small && kind.sizing !== 'none';
    if (/jahitan/.test(text)) return !/^(aksesoris|kain)$/.test(kind.category);
    if (/toleransi/.test(text)) return kind.sizing !== 'none';
    if (/buatan tangan/.test(text)) return technique !== 'printing' && technique !== 'konveksi';
    return true;
  });
}
