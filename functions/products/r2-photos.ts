import type { PhotoStore } from './ports.ts';

const TYPES: Record<string, string> = { svg: 'image/svg+xml', webp: 'image/webp' };

/**
 * Photos in R2, kept by the edge where they were asked for. Their names change with their content, so nothing that
 * was kept can be old.
 * @param origin the mall's own address, the first part of their names in the cache
 */
export function r2Photos(
  bucket: R2Bucket,
  origin: string,
  later: (work: Promise<unknown>) => void,
): PhotoStore {
  const cache = () => (caches as unknown as { default: Cache }).default;
  return {
    async photo(name, asked) {
      const type = TYPES[name.slice(name.lastIndexOf('.') + 1)];
      if (!type) return undefined;
      const conditions = conditionsOf(asked);
      const url = `${origin}/foto/${name}`;
      const kept = await cache()
        .match(new Request(url, { headers: conditions }))
        .catch(() => undefined);
      if (kept) return new Response(kept.body, kept);

      const range = conditions.has('Range') ? conditions : undefined;
      const found = await bucket.get(name, { onlyIf: conditions, range }).catch((error: Error) => {
        if (range && /not satisfiable|10039/i.test(error.message)) return 'unsatisfiable' as const;
        throw error;
      });
      if (!found) return undefined;
      if (found === 'unsatisfiable') return new Response(null, { status: 416 });
      const headers = new Headers({
        'Content-Type': type,
        'Cache-Control': 'public, max-age=31536000, immutable',
        'Accept-Ranges': 'bytes',
        ETag: found.httpEtag,
      });
      if (!('body' in found)) return new Response(null, { status: 304, headers });
      if (range && found.range) {
        const { first, last } = boundsOf(found.range, found.size);
        headers.set('Content-Range', `bytes ${first}-${last}/${found.size}`);
        headers.set('Content-Length', String(last - first + 1));
        return new Response(found.body, { status: 206, headers });
      }
      headers.set('Content-Length', String(found.size));
      const answer = new Response(found.body, { headers });
      later(
        cache()
          .put(url, answer.clone())
          .catch(() => undefined),
      );
      return answer;
    },
  };
}

/** What of a request decides about the answer. A range of a version that may have changed is asked for as a whole. */
function conditionsOf(asked: Headers): Headers {
  const conditions = new Headers();
  const etags = asked.get('If-None-Match');
  const range = asked.get('Range');
  if (etags) conditions.set('If-None-Match', etags);
  // Several ranges would need a multipart answer; RFC 9110 lets a server send the whole instead.
  if (range && !asked.has('If-Range') && !range.includes(',')) conditions.set('Range', range);
  return conditions;
}

/** First and last byte of what R2 gave. */
function boundsOf(range: R2Range, size: number): { first: number; last: number } {
  if ('suffix' in range) return { first: Math.max(0, size - range.suffix), last: size - 1 };
  const first = range.offset ?? 0;
  return { first, last: range.length === undefined ? size - 1 : first + range.length - 1 };
}
