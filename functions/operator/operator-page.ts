import type { Account } from '../access/ports.ts';
import type { AppContext } from '../http/context.ts';

export type Page = (c: AppContext, account: Account) => Response | Promise<Response>;
