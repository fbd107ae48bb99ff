import type { Loader, LoaderContext } from 'astro/loaders';
import { type Content, contentFolder, readContent } from './content-folder.ts';
import type { Problem } from './content-problem.ts';
import { readRegions } from './regions.ts';

interface Entry {
  id: string;
  data: object;
  body?: string;
}

/** The parts of the content folder as Astro's collections hold them. */
const PARTS = {
  sellers: ({ sellers }) => [...sellers].map(([id, data]) => ({ id, data })),
  products: ({ products }) =>
    [...products].map(([id, { body, file: _file, seller: _seller, slug: _slug, ...data }]) => ({
      id,
      data,
      body,
    })),
  // The list's order is the mall's, and Astro sorts by id.
  categories: ({ categories }) =>
    categories.map((data, index) => ({ id: String(index).padStart(3, '0'), data })),
  editions: ({ editions }) => [...editions].map(([id, data]) => ({ id, data })),
  shipping: ({ shipping }) => [...shipping].map(([id, data]) => ({ id, data })),
  pages: ({ pages }) => [...pages].map(([id, { body, ...data }]) => ({ id, data, body })),
  /** Not of the folder itself: the names of the kabupaten and kota that its sellers come from. */
  places: async ({ sellers }) => {
    const regions = await readRegions();
    const codes = [...new Set([...sellers.values()].map(({ regency }) => regency))];
    return codes.map((id) => ({ id, data: { name: regions.get(id)?.name ?? id } }));
  },
} satisfies Record<string, (content: Content) => Entry[] | Promise<Entry[]>>;

export type Part = keyof typeof PARTS;

let reading: Promise<Content> | undefined;

/**
 * Reads the content folder once for all collections of a build.
 * @throws Error that lists every problem with file, line, field and remedy
 */
async function readAll({ logger }: LoaderContext): Promise<Content> {
  const { content, problems } = await readContent(contentFolder());
  for (const problem of problems.filter(({ severity }) => severity === 'warning')) logger.warn(told(problem));
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length) throw new Error(`isi mal perlu diperbaiki:\n${errors.map(told).join('\n')}`);
  return content;
}

function told({ file, line, field, message, remedy }: Problem): string {
  return `${file}${line ? `:${line}` : ''}${field ? ` ${field}` : ''}: ${message}; ${remedy}`;
}

/** Loads one part of the content folder into a collection. */
export function contentLoader(part: Part): Loader {
  return {
    name: `mall-${part}`,
    async load(context) {
      const fill = async () => {
        reading ??= readAll(context);
        const entries = await PARTS[part](await reading);
        context.store.clear();
        for (const { id, data, body } of entries as Entry[])
          context.store.set({
            id,
            data: data as Record<string, unknown>,
            ...(body !== undefined && { body }),
          });
      };
      await fill();
      context.watcher?.add(contentFolder());
      context.watcher?.on('all', (_event, path) => {
        if (!path.startsWith(contentFolder())) return;
        // All collections hear of the change before any of them reads again, so that they share one reading.
        reading = undefined;
        queueMicrotask(() => fill().catch((error: unknown) => context.logger.error(String(error))));
      });
    },
  };
}
