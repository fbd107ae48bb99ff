import type { PaymentMethod } from '../../domain/payment/payment.ts';
import type { ProductSku } from '../../domain/products/skus-of.ts';
import type { Category, Edition, Place, Product, Seller } from './join.ts';
import type { ShippingEstimates } from './shipping-estimates.ts';
import type { CardView, PictureView } from './views.ts';

/** What a product's page shows as its file gives it. */
type Told = Pick<
  Product,
  | 'id'
  | 'slug'
  | 'href'
  | 'title'
  | 'title_en'
  | 'description_en'
  | 'price'
  | 'lowestPrice'
  | 'highestPrice'
  | 'unit'
  | 'min_qty'
  | 'tiers'
  | 'soldOut'
  | 'made_to_order_days'
  | 'technique'
  | 'export_ready'
  | 'materials'
  | 'motif'
  | 'colors'
  | 'weight'
  | 'packed_size_cm'
  | 'size_chart'
  | 'care'
>;

/** One thing to choose, with the address of its own photo. */
export interface OptionView extends Omit<ProductSku, 'photo' | 'weight' | 'volume'> {
  photo?: string;
}

/** A seller beside a product. Account numbers are not in it: they stand on order pages only. */
export interface SellerView
  extends Pick<Seller, 'slug' | 'name' | 'href' | 'since' | 'known_for' | 'holiday' | 'sample'> {
  place: Pick<Place, 'name' | 'href'>;
  /** The ways in which it can be paid. */
  pays: PaymentMethod[];
}

/**
 * All that a product's page shows, as plain data: written as JSON and read again it draws the same page, byte for
 * byte. So a page that is built ahead and one that the Worker renders come from one component.
 */
export interface ProductView extends Told {
  /** One line for search results and shared links. */
  summary: string;
  /** The description, HTML. */
  about: string;
  options: OptionView[];
  /** Certificates that have not ended. */
  labels: Product['labels'];
  photos: PictureView[];
  /** Address of the JPEG that a shared link shows. */
  linkPicture: string;
  category: Pick<Category, 'name' | 'href'>;
  edition: Pick<Edition, 'short_name' | 'href'>;
  seller: SellerView;
  shipping: ShippingEstimates;
  moreFromSeller: CardView[];
  similar: CardView[];
}
