import type { Context, Hono } from 'hono';
import type { Settings } from './ports.ts';

/**
 * What an Astro page needs besides the mall, such as a form that came back with problems. A room that shows more
 * says so by `declare module`, so that this file knows none of them.
 */
export interface PageState {
  status?: number;
  form?: unknown;
  /** Pieces in the cart once this answer has arrived, where it takes something out of it. */
  cartPieces?: number;
}

/** What every route finds in its context; the rooms' use cases join it as `mall` (see `functions/mall.ts`). */
export interface RequestVariables {
  settings: Settings;
  /** By which the log of this request is found; it names nobody. */
  requestId: string;
  /** Renders one of the Astro pages, at another path than the request's own if it is a form's answer. */
  page: (options?: { path?: string } & PageState) => Promise<Response>;
  /** A static file of the build. */
  asset: (path: string) => Promise<Response>;
  waitUntil: (work: Promise<unknown>) => void;
  /** True where the route's page shows Turnstile's widget. */
  showsTurnstile?: boolean;
}
type Environment = { Variables: RequestVariables };
export type AppContext = Context<Environment>;
export type App = Hono<Environment>;
