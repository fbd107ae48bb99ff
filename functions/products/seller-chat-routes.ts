import { sellerChat } from '../../src/domain/products/whatsapp.ts';
import { browse } from '../../src/i18n/products/browse.ts';
import { productWords } from '../../src/i18n/products/product.ts';
import type { App } from '../http/context.ts';

/**
 * `GET /wa/<seller>[?p=<product>]`: to a chat with the seller, at the number that the operator approved. Pages that are
 * built ahead lead here and name no number, so one that waits for its approval is shown nowhere.
 */
export function sellerChatRoutes(app: App): void {
  app.get('/wa/:seller', async (c) => {
    const { mall, settings } = c.var;
    const slug = c.req.param('seller');
    const seller = await mall.askableSeller(slug);
    if (!seller) return c.notFound();
    const locale = c.req.query('l') === 'en' ? 'en' : 'id';
    const asked = c.req.query('p');
    const product = asked ? await mall.product(`${slug}/${asked}`) : undefined;
    const text = product
      ? productWords[locale].askText(product.title, `${settings.origin}/produk/${product.sku}/`)
      : browse[locale].sellerAskText(seller.name, `${settings.origin}/ukm/${slug}/`);
    const chat = sellerChat(seller.whatsapp, text);
    return chat ? c.redirect(chat, 303) : c.notFound();
  });
}
