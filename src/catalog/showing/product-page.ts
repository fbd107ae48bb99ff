import { labelState } from '../../domain/products/label.ts';
import type { ShippingService } from '../../domain/products/shipping-service.ts';
import { today } from '../reading/today.ts';
import { cardOf } from './cards.ts';
import type { Product, Seller } from './join.ts';
import { kinOf } from './kin.ts';
import { descriptionHtml, textBeginning } from './markdown.ts';
import { paymentWays } from './payment-ways.ts';
import { type PictureManifest, preparedPictures } from './pictures.ts';
import { ogImage, pictureOfOption, picturesOf } from './product-pictures.ts';
import type { ProductView, SellerView } from './product-view.ts';
import { shippingEstimates } from './shipping-estimates.ts';

/** How many others of the seller, and of others alike, a product's page leads to. */
const KIN = 6;

/** What a product's page shows; certificates are judged on `today()`. */
export function productView(
  product: Product,
  services: ShippingService[],
  pictures: PictureManifest = preparedPictures(),
): ProductView {
  const { seller, category, edition } = product;
  const kin = kinOf(product, KIN);
  const about = descriptionHtml(product.body);
  return {
    id: product.id,
    slug: product.slug,
    href: product.href,
    title: product.title,
    title_en: product.title_en,
    description_en: product.description_en,
    summary: textBeginning(about, 155) || `${product.title}, ${seller.name}, ${seller.place.name}.`,
    about,
    price: product.price,
    lowestPrice: product.lowestPrice,
    highestPrice: product.highestPrice,
    unit: product.unit,
    min_qty: product.min_qty,
    tiers: product.tiers,
    soldOut: product.soldOut,
    made_to_order_days: product.made_to_order_days,
    technique: product.technique,
    export_ready: product.export_ready,
    materials: product.materials,
    motif: product.motif,
    colors: product.colors,
    weight: product.weight,
    packed_size_cm: product.packed_size_cm,
    size_chart: product.size_chart,
    care: product.care,
    labels: product.labels.filter((label) => labelState(label, today()) !== 'expired'),
    options: product.options.map(({ sku, name, price, ownPrice, stock, photo }) => ({
      sku,
      name,
      price,
      ownPrice,
      stock,
      photo: pictureOfOption(product, photo, pictures)?.src,
    })),
    photos: picturesOf(product, pictures),
    linkPicture: ogImage(product, pictures),
    category: { name: category.name, href: category.href },
    edition: { short_name: edition.short_name, href: edition.href },
    seller: sellerView(seller),
    shipping: shippingEstimates(product, services),
    moreFromSeller: kin.sameSeller.map((other) => cardOf(other, 'id', pictures)),
    similar: kin.similar.map((other) => cardOf(other, 'id', pictures)),
  };
}

function sellerView(seller: Seller): SellerView {
  const { slug, name, href, since, known_for, holiday, sample, place, payments } = seller;
  return {
    ...{ slug, name, href, since, known_for, holiday, sample },
    place: { name: place.name, href: place.href },
    pays: paymentWays(payments),
  };
}
