import type { App } from '../http/context.ts';

/** `/dev/mail`: the local mailbox; it does not exist where the Worker is deployed. */
export function mailboxRoutes(app: App): void {
  app.get('/dev/mail', (c) => (c.var.settings.deployed ? c.notFound() : c.var.page()));
  app.get('/dev/mail/:id', (c) => (c.var.settings.deployed ? c.notFound() : c.var.page()));
}
