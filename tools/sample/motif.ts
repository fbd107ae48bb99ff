import { hash } from './illustration/random.ts';
import * as coast from './motif-coast.ts';
import * as court from './motif-court.ts';
import type { Motif } from './motif-marks.ts';
import * as surface from './motif-surface.ts';
import * as woven from './motif-woven.ts';

export type { Motif, Tile } from './motif-marks.ts';

/** Which words in a motif's name lead to which drawing; the first that fits is taken. */
const NAMED: readonly (readonly [RegExp, Motif])[] = [
  [/polos|plain/, woven.polos],
  [/gerimis/, woven.gerimis],
  [/udan ?liris|liris/, court.udanLiris],
  [/parang|lidah api|barong/, court.parang],
  [/lereng|lerek|pilin/, court.lereng],
  [/kawung/, court.kawung],
  [/truntum|bintang/, court.truntum],
  [/sekar ?jagad|jagad|jagatan/, court.sekarJagad],
  [/tambal/, court.tambal],
  [/sido ?\w+|wahyu|ratu ratih/, court.sidomukti],
  [/nitik|tirto/, court.nitik],
  [/gr?ingsing|sisik/, court.gringsing],
  [/cuwiri/, court.cuwiri],
  [/semen|ukir|babon|bondet|satria|alas|gurdo|grudo|gedhog/, court.semen],
  [/ceplok|grompol|kembang kenikir|belimbing|manggis|slobog/, court.ceplok],
  [/beras|wutah|kecer|mawur|krecak|watu pecah/, court.grains],
  [/retak|pecah|wonogir|bakaran/, court.crackle],
  [/mega|mendung|awan/, coast.megaMendung],
  [/jl?amprang/, coast.jlamprang],
  [/tiga ?negeri/, coast.tigaNegeri],
  [/buket|encim|hokokai|tujuh rupa|pagi sore/, coast.buketan],
  [/latoh|lasem|rumput laut/, coast.latohan],
  [/lok ?can|phoenix|burung|merak|blekok|kuntul|hong|naga|liong/, coast.phoenix],
  [/rifa|pelo ati/, coast.rifaiyah],
  [/warak/, coast.warak],
  [/semarang|tugu|asem/, coast.semarangan],
  [/jati|lumbon|talas/, coast.jati],
  [/songket|gunungan|tumpal/, woven.songket],
  [/zig ?zag|rangrang|gelombang/, woven.ikatZigzag],
  [/troso|ikat|etnik|tribal/, woven.ikat],
  [/lurik|garis|salur|stripe|tenun gedog/, woven.lurik],
  [/goyor/, woven.goyor],
  [/palekat|tartan|madras/, woven.palekat],
  [/kotak|gingham|catur/, woven.kotak],
  [/anyam|plait/, woven.anyam],
  [/rajut|knit/, woven.rajut],
  [/kulit|leather/, woven.kulit],
  [/tembaga|tempa|logam/, woven.tembaga],
  [/ecoprint|eco ?print|pounding|jejak daun/, surface.ecoprint],
  [/jumputan|pelangi|sasirangan/, surface.jumputan],
  [/shibori|tie ?dye|ikat celup/, surface.shibori],
  [/bordir|kerancang/, surface.bordir],
  [/sulam|pita/, surface.sulam],
  [/abstrak|kontemporer|modern/, surface.abstrak],
  [/geometri|segitiga/, surface.geometris],
  [/polka|dot|titik/, surface.polkadot],
  [/ciprat|percik/, surface.ciprat],
  [/tembakau|kopi|padi|parijoto|carica|bawang|jahe|mangrove|pala|purwaceng|teh|jagung|kakao/, surface.crops],
  [/candi|menara|kota|lawang|gapura|borobudur|masjid|rumah|dieng/, surface.landmark],
  [/ikan|udang|laut|kapal|ombak|garam/, surface.laut],
  [/floral|bunga|kembang|sekar|mawar|melati|wijaya|teratai/, coast.floral],
  [/daun|flora/, surface.crops],
];

/** What a technique gives where no motif is named. */
const BY_TECHNIQUE: Record<string, readonly Motif[]> = {
  tulis: [court.sidomukti, court.semen, coast.buketan, court.parang, coast.latohan],
  cap: [court.kawung, court.ceplok, court.truntum, court.parang, coast.jlamprang],
  kombinasi: [court.parang, court.sekarJagad, court.udanLiris, coast.phoenix],
  printing: [coast.floral, court.kawung, court.sekarJagad, surface.abstrak],
  'tenun-atbm': [woven.polos, woven.lurik, woven.kotak],
  'tenun-ikat': [woven.ikat, woven.ikatZigzag],
  lurik: [woven.lurik, woven.gerimis],
  ecoprint: [surface.ecoprint],
  jumputan: [surface.jumputan, surface.shibori],
  bordir: [surface.bordir],
  sulam: [surface.sulam],
  rajut: [woven.rajut],
  anyam: [woven.anyam],
  konveksi: [woven.polos],
  'kerajinan-tangan': [woven.polos, woven.tembaga],
};

const ANY: readonly Motif[] = [
  court.parang,
  court.ceplok,
  court.semen,
  court.lereng,
  coast.floral,
  surface.crops,
];

/** The motif of that name; one that nobody knows is chosen by the technique, else by its letters. */
export function motifOf(name: string | undefined, technique: string | undefined, seed = ''): Motif {
  const plain = (name ?? '').toLowerCase();
  const known = plain && NAMED.find(([words]) => words.test(plain));
  if (known) return known[1];
  const choices = BY_TECHNIQUE[technique ?? ''] ?? (plain ? ANY : [woven.polos]);
  return choices[hash(plain || seed) % choices.length]!;
}
