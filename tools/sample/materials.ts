import type { Technique } from '../../src/domain/products/product.ts';
import type { Craft } from './craft.ts';
import { CRAFTS } from './crafts.ts';
import type { Random } from './illustration/random.ts';

/** A technique that is worth its price on this kind: nobody draws a mask or a school shirt by hand. */
export function techniqueFor(dealt: Technique, kindName: string): Technique {
  return /^(tulis|kombinasi)$/.test(dealt) && /^(seragam|masker|daster|kaos|bayi|anak|piyama)/.test(kindName)
    ? 'cap'
    : dealt;
}

/** A motif that the technique can make: no woven stripe in wax, no printed plain cloth. */
export function motifFor(technique: Technique, dealt: string, random: Random): string {
  if (technique === 'lurik' && !/^(lurik|kotak|polos)/.test(dealt)) return random.pick(CRAFTS.lurik!.motifs);
  if (technique === 'sulam' && /^bordir/.test(dealt)) return random.pick(CRAFTS.sulam!.motifs);
  if (technique === 'printing' && /^(polos|kotak)/.test(dealt))
    return random.pick(CRAFTS['batik-printing']!.motifs);
  if (technique === 'konveksi' && !/^(polos|kotak)/.test(dealt)) return 'polos';
  return dealt;
}

/** Kinds that are worth silk. */
const SILKEN = /^(kain|selendang|syal|kerudung|pashmina|kebaya|kemeja|blus|outer|dress|sarung|gamis)$/;
/** Kinds that may be sheer. */
const SHEER = /^(kerudung|pashmina|selendang|syal|mukena|kebaya|outer|blus)$/;
/** Kinds that are of strong cloth. */
const STRONG = /^(tas|dompet|clutch|topi|sepatu|sandal|selop|taplak|bantal|ikat-pinggang)/;

function wearable(material: string, kindName: string): boolean {
  if (/sutra/.test(material) && !/rayon/.test(material)) return SILKEN.test(kindName);
  if (/organdi|voal/.test(material)) return SHEER.test(kindName);
  if (/kanvas|belacu/.test(material)) return STRONG.test(kindName);
  return true;
}

/** A material of the craft of which this kind can be made. */
export function materialFor(craftName: string, craft: Craft, kindName: string, random: Random): string {
  if (craftName === 'logam') {
    if (/^(clutch|tas)/.test(kindName)) return 'tembaga dan kain';
    if (kindName === 'ikat-pinggang') return 'kulit dan kuningan';
  }
  if (craftName === 'batok' && /^(clutch|tas|dompet|topi|sandal)/.test(kindName))
    return 'batok kelapa dan katun';
  if (craftName === 'kulit' && /^(ikat|sepatu|sandal|gelang)/.test(kindName))
    return random.pick(craft.materials.slice(0, 2));
  if (craftName === 'konveksi') {
    if (kindName === 'kaos') return 'katun combed';
    if (/^(kerudung|pashmina|mukena|gamis|dress)$/.test(kindName))
      return random.pick(['rayon', 'katun toyobo', 'crinkle']);
    if (/^(celana|jaket|rompi)$/.test(kindName)) return random.pick(['katun twill', 'denim tipis', 'linen']);
    if (/^(anak|bayi|piyama|masker)/.test(kindName)) return random.pick(['katun combed', 'katun toyobo']);
  }
  const fitting = craft.materials.filter((material) => wearable(material, kindName));
  return random.pick(fitting.length ? fitting : craft.materials);
}
