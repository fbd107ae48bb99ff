import { createHash } from 'node:crypto';

interface Path<P> {
  params: Record<string, string | undefined>;
  props: P;
}

/** `MALL_SHARE=1/2`: the second of two workers that render pages; alone where it is not set, as in `astro dev`. */
function share(): [number, number] {
  const [mine = 0, workers = 1] = (process.env.MALL_SHARE ?? '').split('/').filter(Boolean).map(Number);
  return [mine, workers];
}

/**
 * Paths of pages that show their props and nothing else: plain data, nothing that is read while they are drawn. Each
 * gets Astro's `cacheKey`, made of all its props, so a build takes it from the last one as long as neither the
 * props nor the code has changed (tools/build-mall/page-worker.ts). A worker gets its share of them.
 */
export function cachedPages<T, P extends object>(
  items: readonly T[],
  pathOf: (item: T) => Path<P>,
): (Path<P> & { cacheKey: string })[] {
  const [mine, workers] = share();
  return items
    .filter((_, index) => index % workers === mine)
    .map((item) => {
      const path = pathOf(item);
      return {
        ...path,
        cacheKey: createHash('sha256').update(JSON.stringify(path.props)).digest('base64url'),
      };
    });
}
