import type { Content } from '../../../src/catalog/reading/content-folder.ts';
import type { Region } from '../../../src/catalog/reading/regions.ts';
import { SLUG_PATTERN } from '../../../src/domain/products/sku.ts';
import { categorySchema } from '../../../src/schemas/category.ts';
import { editionSchema } from '../../../src/schemas/edition.ts';
import { pageSchema } from '../../../src/schemas/page.ts';
import { productSchema } from '../../../src/schemas/product.ts';
import { sellerSchema } from '../../../src/schemas/seller.ts';
import { type Chosen, type FormField, formFields } from './fields.ts';
import type { FormHost } from './host.ts';

/** The folder of the content in the repository. */
const FOLDER = 'content';
/** Longest side of a photo in pixels and its quality; the guide for editors says the same. */
const PHOTO = { format: 'webp', quality: 85, width: 1600, height: 1600 };

const DATE = { widget: 'datetime', type: 'date', format: 'YYYY-MM-DD', picker_utc: true };
const IMAGE = { widget: 'image', choose_url: false, accept: 'image/*' };

interface Choice {
  label: string;
  value: string;
}

/**
 * The configuration of Sveltia CMS for this content: a collection for each seller's products, so that none is
 * longer than a screen or two, and one each for sellers, categories, expos and pages. Fields come from the
 * schemas that the check uses. https://sveltiacms.app/en/docs/config-basics
 * @param site absolute address of the mall
 */
export function formConfig(
  content: Content,
  regions: Iterable<Region>,
  site: string,
  host: FormHost,
): Record<string, unknown> {
  const products = productFields(content);
  const sellers = [...content.sellers].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    backend: backendOf(host),
    ...(host.repo && { publish_mode: 'editorial_workflow' }),
    app_title: 'Isi Mal UKM',
    site_url: site,
    logo: { src: '/favicon.svg' },
    media_folder: `${FOLDER}/products`,
    public_folder: '/',
    media_libraries: {
      default: {
        config: {
          max_file_size: 20_000_000,
          slugify_filename: true,
          // Drawn anew, so that the place where a photo was taken goes with the rest of its metadata.
          transformations: { raster_image: PHOTO },
        },
      },
      stock_assets: { providers: [] },
    },
    slug: { encoding: 'ascii', clean_accents: true, maxlength: 80 },
    // Files as `npm run import` writes them: nothing empty, no quotes where none are needed.
    output: { omit_empty_optional_fields: true, yaml: { quote: 'none' }, json: { indent_size: 2 } },
    editor: { preview: false },
    collections: [
      sellerCollection(regions),
      fileCollection('kategori', 'Kategori', 'category', [
        {
          name: 'kategori',
          label: 'Kategori',
          file: `${FOLDER}/categories.json`,
          fields: [
            {
              name: 'categories',
              label: 'Kategori',
              widget: 'list',
              root: true,
              summary: '{{name}}',
              collapsed: true,
              fields: formFields(categorySchema),
            },
          ],
        },
      ]),
      {
        name: 'expo',
        label: 'Expo',
        label_singular: 'Expo',
        icon: 'event',
        folder: `${FOLDER}/editions`,
        extension: 'json',
        format: 'json',
        identifier_field: 'name',
        slug: slugOptions('{{short_name}}'),
        fields: formFields(editionSchema),
      },
      fileCollection(
        'halaman',
        'Halaman',
        'article',
        [...content.pages].map(([slug, { title }]) => ({
          name: slug,
          label: title,
          file: `${FOLDER}/pages/${slug}.md`,
          fields: [
            ...formFields(pageSchema),
            {
              name: 'body',
              label: 'Isi',
              hint: 'Isi halaman, dalam Markdown.',
              widget: 'markdown',
              modes: ['raw'],
            },
          ],
        })),
      ),
      { divider: true },
      ...sellers.map(([slug, { name }]) => ({
        name: `produk-${slug}`,
        label: name,
        label_singular: 'Produk',
        icon: 'storefront',
        folder: `${FOLDER}/products/${slug}`,
        extension: 'md',
        format: 'yaml-frontmatter',
        // Photos lie beside the product's file, which names them without a folder.
        media_folder: '',
        public_folder: '',
        slug: slugOptions('{{title}}'),
        summary: '{{title}}',
        sortable_fields: ['title', 'price'],
        preview_path: `produk/${slug}/{{slug}}/`,
        // The schema has `aliases` itself: names, not addresses.
        aliases_field: false,
        fields: products,
      })),
    ],
  };
}

function backendOf({ repo, branch, authUrl }: FormHost): Record<string, unknown> {
  return {
    name: 'github',
    // Sveltia asks for a host even where only the local folder is used; nothing is ever sent to this one.
    repo: repo ?? 'lokal/mal-ukm',
    branch,
    ...(authUrl && { base_url: authUrl }),
    auth_methods: authUrl ? ['oauth', 'token'] : ['token'],
    squash_merges: true,
    commit_messages: {
      create: 'Tambah {{path}}',
      update: 'Ubah {{path}}',
      delete: 'Hapus {{path}}',
      uploadMedia: 'Foto {{path}}',
      deleteMedia: 'Hapus foto {{path}}',
    },
  };
}

function slugOptions(template: string): Record<string, unknown> {
  return {
    template,
    editable: ['create'],
    hint: 'Alamat halaman: huruf kecil, angka, dan tanda hubung. Tidak dapat diubah di sini setelah disimpan.',
    pattern: [SLUG_PATTERN.source, 'hanya huruf kecil, angka, dan tanda hubung, misalnya "kemeja-parang"'],
  };
}

function fileCollection(name: string, label: string, icon: string, files: object[]): Record<string, unknown> {
  return { name, label, icon, files };
}

function productFields(content: Content): FormField[] {
  const categories: Choice[] = content.categories.map(({ slug, name }) => ({ label: name, value: slug }));
  const editions: Choice[] = [...content.editions]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([slug, { name }]) => ({ label: name, value: slug }));
  const chosen: Chosen = {
    category: { widget: 'select', options: categories },
    edition: { widget: 'select', options: editions },
    photos: { ...IMAGE, multiple: true },
    'variants.photo': IMAGE,
    variants: { summary: '{{name}}' },
    tiers: { summary: '≥ {{min_qty}}' },
    labels: { summary: '{{kind}} {{number}}' },
    'labels.valid_until': DATE,
  };
  const body: FormField = {
    name: 'body',
    label: 'Penjelasan',
    hint: 'Penjelasan untuk pembeli: bahan, ukuran, cara dibuat, apa adanya.',
    widget: 'markdown',
    required: false,
    minimal: true,
    buttons: ['bold', 'italic', 'bulleted-list', 'numbered-list', 'link'],
    editor_components: [],
    // Plain first: the other way of writing would rewrite Markdown that nobody has touched.
    modes: ['raw', 'rich_text'],
    use_emoji_autocomplete: false,
  };
  // The description is told where the photos are; in the file it stands below all fields wherever it is here.
  return formFields(productSchema, chosen).flatMap((field) =>
    field.name === 'photos' ? [field, body] : [field],
  );
}

/** Code of the province that the mall's sellers live in: Central Java. */
const PROVINCE = '33';

function sellerCollection(regions: Iterable<Region>): Record<string, unknown> {
  const regencies: Choice[] = [...regions]
    .filter(({ parent }) => parent === PROVINCE)
    .map(({ code, name }) => ({ label: name, value: code }));
  const chosen: Chosen = {
    regency: { widget: 'select', options: regencies },
    'holiday.from': DATE,
    'holiday.until': DATE,
  };
  return {
    name: 'penjual',
    label: 'Penjual',
    label_singular: 'Penjual',
    icon: 'badge',
    folder: `${FOLDER}/sellers`,
    extension: 'json',
    format: 'json',
    identifier_field: 'name',
    slug: slugOptions('{{name}}'),
    sortable_fields: ['name', 'regency'],
    preview_path: 'ukm/{{slug}}/',
    fields: formFields(sellerSchema, chosen),
  };
}
