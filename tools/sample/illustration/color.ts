/** Colours as `#rrggbb`, reckoned in OKLab so that equal steps look equal (Björn Ottosson, 2020). */

interface Lab {
  l: number;
  a: number;
  b: number;
}

const toLinear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const toGamma = (value: number) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);

function lab(hex: string): Lab {
  const [r, g, b] = [1, 3, 5].map((at) => toLinear(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  const l = Math.cbrt(0.4122214708 * r! + 0.5363325363 * g! + 0.0514459929 * b!);
  const m = Math.cbrt(0.2119034982 * r! + 0.6806995451 * g! + 0.1073969566 * b!);
  const s = Math.cbrt(0.0883024619 * r! + 0.2817188376 * g! + 0.6299787005 * b!);
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  };
}

function hex({ l, a, b }: Lab): string {
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
  const digits = channels.map((value) => {
    const byte = Math.round(Math.min(1, Math.max(0, toGamma(Math.max(0, value)))) * 255);
    return byte.toString(16).padStart(2, '0');
  });
  return `#${digits.join('')}`;
}

/** How light a colour looks, 0 (black) to 1 (white). */
export const lightness = (color: string): number => lab(color).l;

/** How colourful it is, 0 (grey) to about 0.3. */
export const chroma = (color: string): number => Math.hypot(lab(color).a, lab(color).b);

/** Its hue in degrees, 0 to 360; red is about 29, yellow 110, green 142, blue 264. */
export const hue = (color: string): number =>
  ((Math.atan2(lab(color).b, lab(color).a) * 180) / Math.PI + 360) % 360;

/** The distance between two colours as the eye sees it; 0.1 is a clear difference. */
export function distance(one: string, other: string): number {
  const [x, y] = [lab(one), lab(other)];
  return Math.hypot(x.l - y.l, x.a - y.a, x.b - y.b);
}

/** From one colour (share 0) to another (share 1). */
export function mix(one: string, other: string, share: number): string {
  const [x, y] = [lab(one), lab(other)];
  const blend = (p: number, q: number) => p + (q - p) * share;
  return hex({ l: blend(x.l, y.l), a: blend(x.a, y.a), b: blend(x.b, y.b) });
}

/** The same hue at another lightness, its colourfulness fading towards black and white. */
export function atLightness(color: string, l: number): string {
  const from = lab(color);
  const target = Math.min(0.98, Math.max(0.12, l));
  const room = (value: number) => Math.sin(Math.PI * Math.min(0.95, Math.max(0.05, value)));
  const keep = Math.min(1, room(target) / room(from.l));
  return hex({ l: target, a: from.a * keep, b: from.b * keep });
}

/** Lighter (positive) or darker (negative) by a step of lightness. */
export const shift = (color: string, step: number): string => atLightness(color, lightness(color) + step);

/** A colour by lightness, colourfulness and hue in degrees. */
export function polar(l: number, c: number, degrees: number): string {
  const angle = (degrees * Math.PI) / 180;
  return hex({ l, a: c * Math.cos(angle), b: c * Math.sin(angle) });
}
