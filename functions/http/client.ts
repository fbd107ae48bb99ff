import { clientNetwork } from '../../src/domain/client-network.ts';
import type { AppContext } from './context.ts';

/** The network that limits go by; never stored and never logged. */
export function clientAddress(c: AppContext): string {
  return clientNetwork(c.req.header('CF-Connecting-IP') ?? 'local');
}
