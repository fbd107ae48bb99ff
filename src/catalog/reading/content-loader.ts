import type { Loader, LoaderContext } from 'astro/loaders';
import { type Content, contentFolder, readContent } from './content-folder.ts';
import { openedContent } from './content-opened.ts';
import { contentPart, type Part } from './content-parts.ts';
import type { Problem } from './content-problem.ts';
import { readRegions } from './regions.ts';

let reading: Promise<Content> | undefined;

/**
 * Reads the content folder once for all collections.
 * @throws Error that lists every problem with file, line, field and remedy
 */
async function readAll({ logger }: LoaderContext): Promise<Content> {
  const { content, problems } = await readContent(contentFolder());
  for (const problem of problems.filter(({ severity }) => severity === 'warning')) logger.warn(told(problem));
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length) throw new Error(`isi mal perlu diperbaiki:\n${errors.map(told).join('\n')}`);
  return openedContent(content);
}

function told({ file, line, field, message, remedy }: Problem): string {
  return `${file}${line ? `:${line}` : ''}${field ? ` ${field}` : ''}: ${message}; ${remedy}`;
}

/**
 * Loads one part of the content folder into a collection, for `astro dev`. While `npm run build` bundles the code
 * (MALL_CODE_ONLY) collections stay empty: it hands the content over to the pages by itself.
 */
export function contentLoader(part: Part): Loader {
  return {
    name: `mall-${part}`,
    async load(context) {
      const fill = async () => {
        reading ??= readAll(context);
        const entries = contentPart(part, await reading, await readRegions());
        context.store.clear();
        for (const entry of entries as { id: string; data: object; body?: string }[])
          context.store.set({
            id: entry.id,
            data: entry.data as Record<string, unknown>,
            ...(entry.body !== undefined && { body: entry.body }),
          });
      };
      if (process.env.MALL_CODE_ONLY) return context.store.clear();
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
