import { deviceName } from '../../src/domain/access/device-name.ts';
import { DEVICE_DAYS, SESSION_DAYS } from '../../src/domain/access/sign-in.ts';
import { DAY_MS } from '../../src/domain/time.ts';
import type { Clock, Randomness, Settings } from '../http/ports.ts';
import type { Account, Browser, ClosedShops, Entered, SessionStore, ShopDirectory, SignIn } from './ports.ts';

const DAY_SECONDS = 86_400;
const MAX_DEVICE = 160;

export interface SessionPorts {
  sessions: SessionStore;
  catalog: Pick<ShopDirectory, 'sellersByEmail'>;
  pauses: ClosedShops;
  clock: Clock;
  random: Randomness;
  settings: Pick<Settings, 'operators'>;
}

/** A path of the desks that somebody wanted to go to; empty for anything else, so that no link leads off the mall. */
export function deskPath(text: string): string {
  return /^\/(lapak|kelola)(\/[\w/-]*)?$/.test(text) ? text : '';
}

/** Whose an address is; roles follow content, configuration and what was closed as they are now. */
export async function rolesOf(
  { catalog, pauses, clock, settings }: Pick<SessionPorts, 'catalog' | 'pauses' | 'clock' | 'settings'>,
  email: string,
): Promise<Pick<Account, 'operator' | 'sellers'>> {
  const named = await catalog.sellersByEmail(email);
  const closed = await pauses.closed(
    named.map(({ slug }) => slug),
    clock.now(),
  );
  const sellers = named.filter(({ slug }) => !closed.has(slug));
  return {
    operator: settings.operators.some((address) => address.toLowerCase() === email),
    sellers: sellers.map(({ slug, name }) => ({ slug, name })),
  };
}

/**
 * Opens a session for an address that has proved to be its own, once for each proof.
 * @param proof a sign-in, or a passkey's challenge under an id of its own
 */
export async function openSession(
  ports: SessionPorts,
  proof: Pick<SignIn, 'id' | 'email' | 'next' | 'made_by'> & { passkey?: boolean },
  { userAgent, device }: Browser,
): Promise<Entered> {
  const { sessions, clock, random } = ports;
  const { operator, sellers } = await rolesOf(ports, proof.email);
  // The address may have left content or configuration meanwhile.
  if (!operator && !sellers.length) return { ok: false };
  const days = operator ? SESSION_DAYS.operator : SESSION_DAYS.seller;
  const now = clock.now();
  const at = now.toISOString();
  const after = (length: number) => new Date(now.getTime() + length * DAY_MS).toISOString();
  const token = random.token(32);
  const kept = device ?? random.token(24);
  const browser = await random.sha256(kept);
  const isNew = !(await sessions.knowsDevice(proof.email, browser, now));
  const opened = await sessions.open(
    {
      id: await random.sha256(token),
      sign_in: proof.id,
      email: proof.email,
      device: userAgent.slice(0, MAX_DEVICE),
      created_at: at,
      last_seen_at: at,
      expires_at: after(days),
      browser,
      new_device: isNew,
      ...(proof.made_by && { made_by: proof.made_by }),
      ...(proof.passkey && { second_factor_at: at }),
    },
    {
      deviceUntil: after(DEVICE_DAYS),
      ...(isNew && {
        letter: { kind: 'new_device', to: proof.email, detail: { device: deviceName(userAgent), at } },
      }),
    },
  );
  if (!opened) return { ok: false };
  const next = proof.next || (sellers.length ? '/lapak' : '/kelola');
  return { ok: true, token, maxAge: days * DAY_SECONDS, next, device: kept };
}
