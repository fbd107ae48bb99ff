import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** A province (`33`), a regency or city (`33.26`), or a district (`33.26.12`), by its Kemendagri code. */
export interface Region {
  code: string;
  /** As people write it: `Kab. Pekalongan`, `Kota Semarang`. */
  name: string;
  /** Code of what it lies in; a province has none. */
  parent?: string;
}

let reading: Promise<Map<string, Region>> | undefined;

/**
 * Every province, regency, city and district of Indonesia, from idn-area-data (Kepmendagri; ODbL). Its files are
 * read directly, because its own functions parse 80,000 villages that nobody here asks for.
 */
export function readRegions(): Promise<Map<string, Region>> {
  reading ??= read();
  return reading;
}

async function read(): Promise<Map<string, Region>> {
  const folder = join(createRequire(import.meta.url).resolve('idn-area-data'), '../../data');
  const rows = async (file: string) =>
    (await readFile(join(folder, file), 'utf8'))
      .split(/\r?\n/)
      .slice(1)
      .filter(Boolean)
      // One name is quoted, and its doubled quote stands for an apostrophe: Ra'as.
      .map((line) => line.split(',').map((cell) => cell.replace(/^"|"$/g, '').replaceAll('""', "'")));
  const regions = new Map<string, Region>();
  for (const [code = '', name = ''] of await rows('provinces.csv'))
    regions.set(code, { code, name: shortName(name) });
  for (const [code = '', parent = '', name = ''] of await rows('regencies.csv'))
    regions.set(code, { code, parent, name: shortName(name) });
  for (const [code = '', parent = '', name = ''] of await rows('districts.csv'))
    regions.set(code, { code, parent, name });
  return regions;
}

/** `Kabupaten Pekalongan` → `Kab. Pekalongan`, `Kota Administrasi Jakarta Barat` → `Kota Jakarta Barat`. */
function shortName(name: string): string {
  return name
    .replace(' Administrasi ', ' ')
    .replace(/^Kabupaten (?:(Kep)ulauan )?/, (_, islands) => (islands ? 'Kab. Kep. ' : 'Kab. '))
    .replace(/^Daerah Khusus Ibukota /, 'DKI ')
    .replace(/^Daerah Istimewa /, 'DI ');
}
