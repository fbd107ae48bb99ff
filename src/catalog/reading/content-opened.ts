import type { Content } from './content-folder.ts';

/**
 * What the mall opens with: without draft sellers and their products, whose numbers and accounts are placeholders,
 * and "ships abroad" only where the seller can be paid from abroad. The editors' tools see the rest, too.
 */
export function openedContent(content: Content): Content {
  const sellers = new Map([...content.sellers].filter(([, { draft }]) => !draft));
  const products = [...content.products].flatMap(([id, product]): [string, typeof product][] => {
    const seller = sellers.get(product.seller);
    if (!seller) return [];
    return [[id, { ...product, export_ready: product.export_ready && seller.payments.abroad !== undefined }]];
  });
  return { ...content, sellers, products: new Map(products) };
}
