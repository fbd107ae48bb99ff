import type { ConfirmAddressForm } from '../../src/forms/confirm-address.ts';
import type { App } from '../http/context.ts';

/** `/surel/<token>`: opening the link changes nothing, since mail scanners open links, too; its button confirms. */
export function confirmAddressRoutes(app: App): void {
  app.get('/surel/:token', async (c) => {
    const address = await c.var.mall.addresses.look(c.req.param('token'));
    return c.var.page({
      status: address ? 200 : 410,
      form: (address ? { address } : {}) satisfies ConfirmAddressForm,
    });
  });
  app.post('/surel/:token', async (c) => {
    const address = await c.var.mall.addresses.confirm(c.req.param('token'));
    return c.var.page({
      status: address ? 200 : 410,
      form: (address ? { address, done: true } : {}) satisfies ConfirmAddressForm,
    });
  });
}
