import { operator } from '../../src/domain/who-runs-it.ts';
import type { Settings } from './ports.ts';

/** The variables and secrets that settings are made from; docs/operating.md tells each. */
export interface SettingsSource {
  MALL_ENV: string;
  MALL_LIMITS?: string;
  SMTP_URL?: string;
  /** The platform's own way for mail; stands in for SMTP_URL. */
  EMAIL?: SendEmail;
  MAIL_FROM?: string;
  MALL_ORIGIN?: string;
  MALL_OPERATORS?: string;
  MALL_SECRET?: string;
  MALL_SMOKE_TOKEN?: string;
  MIDTRANS_SERVER_KEY?: string;
  TURNSTILE_SITE_KEY?: string;
  TURNSTILE_SECRET?: string;
}

/** Shortest secret that signs links, in bytes: as long as the hash that it keys (RFC 2104, section 3). */
const MIN_SECRET_BYTES = 32;

/**
 * What the mall is run with.
 * @param requestOrigin where it was reached: its address where it isn't deployed and has no other
 * @throws Error naming the variable, where the Worker is deployed without one that it can't be safe without
 */
export function settingsFrom(env: SettingsSource, requestOrigin: string): Settings {
  const deployed = env.MALL_ENV !== 'local';
  if (deployed) demand(env);
  return {
    deployed,
    limits: deployed || env.MALL_LIMITS !== 'off',
    mailFrom: env.MAIL_FROM ?? 'Mal UKM Jawa Tengah <pesanan@mal-ukm.example>',
    origin: env.MALL_ORIGIN ? new URL(env.MALL_ORIGIN).origin : requestOrigin,
    sample: operator.sample,
    gateway: Boolean(env.MIDTRANS_SERVER_KEY),
    turnstile: Boolean(env.TURNSTILE_SITE_KEY && env.TURNSTILE_SECRET),
    operators: (env.MALL_OPERATORS ?? (deployed ? '' : 'operator@mal-ukm.test'))
      .split(',')
      .map((address) => address.trim())
      .filter(Boolean),
    ...(env.MALL_SMOKE_TOKEN && { smokeToken: env.MALL_SMOKE_TOKEN }),
  };
}

function demand({ SMTP_URL, EMAIL, MALL_SECRET, MALL_ORIGIN, MAIL_FROM }: SettingsSource): void {
  if (!SMTP_URL && !EMAIL) throw new Error('SMTP_URL is not set, and there is no binding EMAIL');
  if (new TextEncoder().encode(MALL_SECRET ?? '').length < MIN_SECRET_BYTES)
    throw new Error(`MALL_SECRET is not set, or shorter than ${MIN_SECRET_BYTES} bytes`);
  if (!MALL_ORIGIN || !URL.canParse(MALL_ORIGIN) || new URL(MALL_ORIGIN).protocol !== 'https:')
    throw new Error('MALL_ORIGIN is not set, or does not begin with https://');
  if (!MAIL_FROM?.includes('@')) throw new Error('MAIL_FROM is not set, or names no address');
}

/** The header by which a deployment's own smoke test reaches a version that is not open yet. */
export const SMOKE_HEADER = 'X-Mal-Smoke';

/**
 * True for a request under another name than the mall's where it is deployed: previews and `workers.dev` would be a
 * second mall on the same orders, without the rules of the mall's own zone.
 */
export function isForeignHost(request: Request, { deployed, origin, smokeToken }: Settings): boolean {
  if (!deployed || new URL(request.url).host === new URL(origin).host) return false;
  return smokeToken === undefined || request.headers.get(SMOKE_HEADER) !== smokeToken;
}
