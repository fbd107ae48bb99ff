/**
 * Calls a minute by one client's network: of what is read over and over while somebody types or looks around, and of
 * what somebody does. Mobile operators put thousands of phones behind one address, and so does an expo's Wi-Fi, so
 * these stop a flood, not a crowd; what costs people something is counted besides, by what it uses up.
 * `wrangler.toml` holds the same figures for the edge, and a test holds them together.
 */
export const CALLS_A_MINUTE = { reading: 3000, acting: 600 } as const;
export type CallKind = keyof typeof CALLS_A_MINUTE;
