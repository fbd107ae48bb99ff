import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { contentLoader } from './catalog/reading/content-loader.ts';
import { categorySchema } from './schemas/category.ts';
import { editionSchema } from './schemas/edition.ts';
import { pageSchema } from './schemas/page.ts';
import { productSchema } from './schemas/product.ts';
import { sellerSchema } from './schemas/seller.ts';
import { shippingServiceSchema } from './schemas/shipping.ts';

// The content folder is read and checked once (catalog/content-folder.ts); these give its parts their types.
export const collections = {
  sellers: defineCollection({ loader: contentLoader('sellers'), schema: sellerSchema }),
  products: defineCollection({ loader: contentLoader('products'), schema: productSchema }),
  categories: defineCollection({ loader: contentLoader('categories'), schema: categorySchema }),
  editions: defineCollection({ loader: contentLoader('editions'), schema: editionSchema }),
  shipping: defineCollection({ loader: contentLoader('shipping'), schema: shippingServiceSchema }),
  pages: defineCollection({ loader: contentLoader('pages'), schema: pageSchema }),
  places: defineCollection({ loader: contentLoader('places'), schema: z.strictObject({ name: z.string() }) }),
};
