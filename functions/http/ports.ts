// What the use cases need of the outside. Adapters implement it, worker.ts joins the two.
/** Moments are UTC, ISO 8601 with milliseconds. */
export interface Clock {
  now(): Date;
}

/** Random bytes and digests from the runtime. */
export interface Randomness {
  bytes(count: number): Uint8Array;
  /** A URL-safe token of so many random bytes. */
  token(bytes: number): string;
  sha256(text: string): Promise<string>;
}

/** What the mall is run with. */
export interface Settings {
  deployed: boolean;
  limits: boolean;
  mailFrom: string;
  /** Base of absolute links in mails, without a trailing slash. */
  origin: string;
  gateway: boolean;
  /** True while nobody runs the mall for real; mails say so. */
  sample: boolean;
  /** True where Turnstile guards the form for questions. */
  turnstile?: boolean;
  /** The operators' addresses. */
  operators: string[];
  /** Lets the deployment's own smoke test reach this version before it is open. */
  smokeToken?: string;
}
