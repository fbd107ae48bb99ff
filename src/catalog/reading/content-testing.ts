import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const made: string[] = [];

/** Removes what was made for a test. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
}

export const SELLER = {
  name: 'Batik Sekar',
  regency: '33.26',
  email: 'sekar@mal-ukm.test',
  whatsapp: '0812 3456 7890',
  payments: { bank: { bank: 'Bank Jateng', number: '1234567890', holder: 'Sekar' } },
};

export const PRODUCT = `---
title: Kemeja Batik Parang
price: 185000
category: kemeja
weight: 350
photos:
  - kemeja-parang.svg
edition: uvo-2
stock: 12
---

Kemeja batik cap dari katun primisima.
`;

export const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
export const edited = (from: string, to: string) => PRODUCT.replace(from, to);

/** A content folder of one good product, with other files added, changed or (`undefined`) left out. */
export function folderWith(files: Record<string, string | Buffer | undefined> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'isi-'));
  made.push(folder);
  for (const part of ['categories.json', 'editions', 'shipping'])
    cpSync(join('content', part), join(folder, part), { recursive: true });
  const all: typeof files = {
    'sellers/batik-sekar.json': json(SELLER),
    'products/batik-sekar/kemeja-parang.md': PRODUCT,
    'products/batik-sekar/kemeja-parang.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    ...files,
  };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    if (text === undefined) rmSync(join(folder, file), { force: true });
    else writeFileSync(join(folder, file), text);
  }
  return folder;
}

export const PRODUCT_FILE = 'products/batik-sekar/kemeja-parang.md';
export const SELLER_FILE = 'sellers/batik-sekar.json';
/** The good product's file with another text. */
export const product = (text: string) => ({ [PRODUCT_FILE]: text });
/** The seller's file with other fields. */
export const seller = (changes: object) => ({ [SELLER_FILE]: json({ ...SELLER, ...changes }) });
