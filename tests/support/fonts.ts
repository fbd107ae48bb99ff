import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * The fonts that a browser of the tests has, and no others, whatever the machine has installed:
 * `narrow` is Roboto, as on Android; `wide` is DejaVu, about the widest that people read in.
 */
export type FontFamily = 'narrow' | 'wide';

const PACKAGES: Record<FontFamily, { name: string; families: string[] }> = {
  narrow: { name: '@expo-google-fonts/roboto', families: ['Roboto'] },
  wide: { name: 'dejavu-fonts-ttf', families: ['DejaVu Sans', 'DejaVu Serif'] },
};

/** Writes a fontconfig file that knows one family from npm, and answers its path for FONTCONFIG_FILE. */
export function fontconfigFile(family: FontFamily): string {
  const { name, families } = PACKAGES[family];
  const fonts = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  const folder = mkdtempSync(join(tmpdir(), 'mal-ukm-fonts-'));
  const [sans, serif = sans] = families;
  const generic = (asked: string, given: string) =>
    `<alias binding="strong"><family>${asked}</family><prefer><family>${given}</family></prefer></alias>`;
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
  ${generic('sans-serif', sans!)}
  ${generic('system-ui', sans!)}
  ${generic('serif', serif!)}
  ${generic('ui-serif', serif!)}
</fontconfig>
`,
  );
  return file;
}
