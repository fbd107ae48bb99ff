import type { Technique } from '../../src/domain/products/product.ts';
import type { Random } from './illustration/random.ts';
import { TECHNIQUE_TITLES } from './product-words.ts';
import type { SampleSeller } from './sellers.ts';

const SMALL_WORDS = new Set(['dan', 'di', 'dari', 'untuk']);

/** "batik tulis" → "Batik Tulis"; "ATBM" stays. */
export const titleCase = (text: string) =>
  text.replace(/[^\s(-]+/g, (word) =>
    SMALL_WORDS.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
  );

/** A motif without the word of its technique: "lurik tumbar pecah" → "tumbar pecah". */
export const bareMotif = (motif: string) =>
  motif === 'kulit polos' || motif === 'tembaga tempa'
    ? ''
    : motif === 'ecoprint campur'
      ? 'aneka daun'
      : motif
          .replace(/^ecoprint (?!daun)/, 'daun ')
          .replace(/^(lurik|ecoprint|bordir|jumputan|goyor|anyaman|rajut|sulam|troso|ikat) /, '');

/** What is said in a title and in running text of one product. */
export interface Naming {
  /** Beginning of the title, up to the motif. */
  base: string;
  /** "kemeja batik tulis". */
  thing: string;
  /** "motif parang", or nothing. */
  pattern: string;
}

const lower = (name: string) => name.toLowerCase().replace('solo', 'Solo');

/** Names a product by kind, technique, motif and material; printed cloth is never called batik. */
export function namingOf(
  name: string,
  technique: Technique,
  motif: string,
  material: string,
  craft: string,
): Naming {
  const bare = bareMotif(motif);
  const plain = motif === 'polos' || !bare;
  const called = lower(name);
  const join = (...parts: string[]) => parts.filter(Boolean).join(' ');
  switch (technique) {
    case 'printing':
      return {
        base: join(name, 'Motif Batik', titleCase(bare), '(Printing)'),
        thing: join(called, 'printing'),
        pattern: `motif batik ${bare}`,
      };
    case 'konveksi':
      return {
        base: join(name, titleCase(material), titleCase(bare)),
        thing: join(called, material),
        pattern: plain ? 'polos' : `motif ${bare}`,
      };
    case 'kerajinan-tangan':
      return {
        base: join(name, titleCase(material), plain ? '' : titleCase(bare)),
        thing: join(called, material),
        pattern: plain ? '' : `motif ${bare}`,
      };
    case 'anyam': {
      const woven = /^anyaman/.test(material) ? material : `anyaman ${material}`;
      return {
        base: join(name, titleCase(woven), titleCase(bare)),
        thing: join(called, woven),
        pattern: `pola ${bare}`,
      };
    }
    case 'rajut':
      return {
        base: join(name, 'Rajut', titleCase(material.replace(/^benang /, ''))),
        thing: join(called, 'rajut'),
        pattern: `pola ${bare}`,
      };
    case 'sulam':
      return motif === 'sulam pita'
        ? { base: join(name, 'Sulam Pita'), thing: join(called, 'sulam pita'), pattern: '' }
        : {
            base: join(name, 'Sulam', titleCase(bare)),
            thing: join(called, 'sulam'),
            pattern: `motif ${bare}`,
          };
    default: {
      const goyor = craft === 'goyor' && /^Sarung/.test(name);
      const title = craft === 'serat' ? titleCase(material) : goyor ? 'Goyor' : TECHNIQUE_TITLES[technique];
      const twice =
        craft === 'serat'
          ? motif
          : /^(troso|ikat) /.test(motif) && !goyor
            ? motif.replace(/^ikat /, '')
            : bare;
      const made = title === 'Tenun ATBM' ? 'tenun ATBM' : title.toLowerCase();
      return {
        base: join(name, title, titleCase(twice)),
        thing: join(called, made),
        pattern: plain ? 'polos' : `motif ${twice}`,
      };
    }
  }
}

/** Gives titles that no other product of the mall has. */
export class Titles {
  readonly #taken = new Set<string>();

  /** The first free one of the candidates; the last is numbered if all are taken. */
  free(candidates: readonly string[]): string {
    let title = candidates.find((candidate) => !this.#taken.has(candidate.toLowerCase()));
    for (let number = 2; !title; number++) {
      const numbered = `${candidates.at(-1)} Seri ${number}`;
      if (!this.#taken.has(numbered.toLowerCase())) title = numbered;
    }
    this.#taken.add(title.toLowerCase());
    return title;
  }
}

/** Titles that a product might have; with the same colour in all only where it comes in that one colour. */
export function titleCandidates(
  base: string,
  { locality, region }: SampleSeller,
  colors: readonly string[],
  material: string,
  random: Random,
): string[] {
  const brand = locality.brand ?? (/konveksi|printing/.test(locality.craft) ? '' : region.name);
  const has = (word: string) => base.toLowerCase().includes(word.toLowerCase());
  const place = brand && !has(brand) ? ` ${brand}` : '';
  const [main] = colors;
  const color = main && !has(main) ? ` ${titleCase(main)}` : '';
  const both = main ? ` ${titleCase(colors.slice(0, 2).join(' '))}` : '';
  const stuff = has(material.replace(/^benang /, '')) ? '' : ` ${titleCase(material)}`;
  const first = random.pick([color, color, place, place + color, stuff + color, both]);
  const ends = [color, place + color, stuff + color, both, place + both, stuff + both, place + stuff + both];
  return [first, ...ends, `${place}${stuff}${both} ${locality.place}`].map((end) => base + end);
}
