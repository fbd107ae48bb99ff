import type { ProductView } from '../showing/product-view.ts';
import type { Crumb } from '../showing/views.ts';

// schema.org in JSON-LD. Addresses are absolute, from the site's own.

const AVAILABILITY = {
  ready: 'https://schema.org/InStock',
  out: 'https://schema.org/OutOfStock',
  made: 'https://schema.org/MadeToOrder',
};

interface ProductDataOptions {
  site: URL;
  crumbs: Crumb[];
}

/** A product, its offers (one for each variant) and the way to its page. */
export function productData(product: ProductView, { site, crumbs }: ProductDataOptions): object {
  const absolute = (path: string) => new URL(path, site).href;
  const url = absolute(product.href);
  const seller = { '@type': 'Organization', name: product.seller.name, url: absolute(product.seller.href) };
  const offers = product.options.map((option) => ({
    '@type': 'Offer',
    sku: option.sku,
    ...(option.name && { name: option.name }),
    url,
    price: option.price,
    priceCurrency: 'IDR',
    availability:
      option.stock === undefined
        ? AVAILABILITY.made
        : option.stock > 0
          ? AVAILABILITY.ready
          : AVAILABILITY.out,
    itemCondition: 'https://schema.org/NewCondition',
    seller,
  }));
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Product',
        name: product.title,
        description: product.summary,
        sku: product.id,
        url,
        image: [absolute(product.linkPicture)],
        category: product.category.name,
        brand: { '@type': 'Brand', name: product.seller.name },
        ...(product.materials.length > 0 && { material: product.materials.join(', ') }),
        ...(product.colors.length > 0 && { color: product.colors.join(', ') }),
        ...(product.motif && { pattern: product.motif }),
        weight: { '@type': 'QuantitativeValue', value: product.weight, unitCode: 'GRM' },
        offers: offers.length === 1 ? offers[0] : offers,
      },
      breadcrumbData(crumbs, site, product.href),
    ],
  };
}

/** The way to a page; `here` is the address of the last crumb, which has none of its own. */
export function breadcrumbData(crumbs: Crumb[], site: URL, here: string): object {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map((crumb, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: crumb.text,
      item: new URL(crumb.href ?? here, site).href,
    })),
  };
}
