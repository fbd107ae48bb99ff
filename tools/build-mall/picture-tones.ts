import { readFileSync } from 'node:fs';

/** The colours that hold a picture's place, as `src/styles/tones.css` defines them: `.tone-3{background:#d9c7a5}`. */
function readTones(): [number, number, number][] {
  const css = readFileSync('src/styles/tones.css', 'utf8');
  const tones: [number, number, number][] = [];
  for (const [, number, hex = ''] of css.matchAll(/\.tone-(\d+)\s*\{\s*background:\s*#([0-9a-f]{6})/gi))
    tones[Number(number)] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [
      number,
      number,
      number,
    ];
  if (!tones.length) throw new Error('src/styles/tones.css defines no tones');
  return tones;
}

let tones: [number, number, number][] | undefined;

/** The tone that most pixels of a small picture are nearest to. */
export function nearestTone(pixels: Uint8Array, channels: number): number {
  tones ??= readTones();
  const votes = new Array<number>(tones.length).fill(0);
  for (let at = 0; at + 2 < pixels.length; at += channels) {
    let best = 0;
    let distance = Number.POSITIVE_INFINITY;
    tones.forEach(([r, g, b], index) => {
      const away = (pixels[at]! - r) ** 2 + (pixels[at + 1]! - g) ** 2 + (pixels[at + 2]! - b) ** 2;
      if (away < distance) [best, distance] = [index, away];
    });
    votes[best] = votes[best]! + 1;
  }
  return votes.indexOf(Math.max(...votes));
}
