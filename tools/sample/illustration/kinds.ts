import { clutch, crossbody, tote, wallet } from './bags.ts';
import { baby, pyjamas, sarung, skirt, trousers } from './bottoms.ts';
import { cloth, cushion, kerudung, scarf, selendang, shawl, tablecloth } from './cloths.ts';
import { couple, daster, dress, gamis, mukena, tunic } from './dresses.ts';
import { sandals, selop, shoes } from './footwear.ts';
import { blangkon, hat, mask, peci } from './headwear.ts';
import { bangles, belt, brooch, earrings, necklace, tie } from './jewelry.ts';
import type { Drawer } from './scene.ts';
import { blouse, jacket, kebaya, kimono, outer, shirt, tshirt, vest } from './tops.ts';

/** How each kind of product is drawn; a longer name may go on after a hyphen (`kemeja-koko`). */
export const DRAWERS: Readonly<Record<string, Drawer>> = {
  kemeja: shirt,
  'kemeja-pendek': shirt,
  'anak-kemeja': shirt,
  seragam: shirt,
  kaos: tshirt,
  blus: blouse,
  rompi: vest,
  jaket: jacket,
  outer,
  kimono,
  kebaya,
  tunik: tunic,
  dress,
  'anak-dress': dress,
  gamis,
  daster,
  mukena,
  couple,
  piyama: pyjamas,
  bayi: baby,
  celana: trousers,
  kulot: trousers,
  rok: skirt,
  sarung,
  kain: cloth,
  selendang,
  pashmina: shawl,
  syal: scarf,
  kerudung,
  taplak: tablecloth,
  bantal: cushion,
  blangkon,
  peci,
  topi: hat,
  masker: mask,
  tas: tote,
  'tas-selempang': crossbody,
  clutch,
  dompet: wallet,
  kalung: necklace,
  gelang: bangles,
  bros: brooch,
  anting: earrings,
  dasi: tie,
  'ikat-pinggang': belt,
  sandal: sandals,
  selop,
  sepatu: shoes,
};

/** How a kind is drawn: by its name, else by its first word, else as cloth, of which most things here are. */
export const drawerOf = (kind: string): Drawer => DRAWERS[kind] ?? DRAWERS[kind.split('-')[0]!] ?? cloth;
