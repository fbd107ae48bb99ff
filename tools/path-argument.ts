import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * A path that a person gave to a tool. `npm run` moves to the repository first, so a path that does not exist
 * from there is meant from where the person stood.
 */
export function pathArgument(text: string): string {
  const here = resolve(text);
  const there = resolve(process.env.INIT_CWD ?? '.', text);
  return existsSync(here) || !existsSync(there) ? here : there;
}
