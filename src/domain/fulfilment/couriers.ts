/** A courier whose parcels can be followed on a page of its own. */
export interface Courier {
  id: string;
  name: string;
  /** Other spellings, in lower case and without signs. */
  aliases: string[];
  /** Where a parcel's number is typed in; most couriers offer no address with the number in it. */
  tracking: string;
}

/** The couriers that sellers in Central Java use, with the tracking pages that they publish themselves. */
export const COURIERS: readonly Courier[] = [
  { id: 'jne', name: 'JNE', aliases: [], tracking: 'https://www.jne.co.id/tracking-package' },
  {
    id: 'jnt',
    name: 'J&T Express',
    aliases: ['jt', 'jtexpress', 'jet'],
    tracking: 'https://jet.co.id/track',
  },
  {
    id: 'sicepat',
    name: 'SiCepat',
    aliases: ['sicepatekspres'],
    tracking: 'https://www.sicepat.com/checkAwb',
  },
  {
    id: 'pos',
    name: 'Pos Indonesia',
    aliases: ['posindo', 'ems', 'kantorpos'],
    tracking: 'https://www.posindonesia.co.id/id/tracking',
  },
  { id: 'anteraja', name: 'AnterAja', aliases: [], tracking: 'https://anteraja.id/tracking' },
  { id: 'tiki', name: 'TIKI', aliases: [], tracking: 'https://www.tiki.id/id/track' },
  { id: 'lion', name: 'Lion Parcel', aliases: ['lionparcel'], tracking: 'https://lionparcel.com/track/stt' },
  {
    id: 'ninja',
    name: 'Ninja Xpress',
    aliases: ['ninjaxpress', 'ninjavan'],
    tracking: 'https://www.ninjaxpress.co/id-id/tracking',
  },
  { id: 'wahana', name: 'Wahana', aliases: [], tracking: 'https://www.wahana.com/lacak-kiriman' },
];

const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The courier that a seller means, however it is spelled; `undefined` for one that is not in the list. */
export function findCourier(text: string): Courier | undefined {
  const wanted = plain(text);
  return COURIERS.find(
    ({ id, name, aliases }) => wanted === id || wanted === plain(name) || aliases.includes(wanted),
  );
}
