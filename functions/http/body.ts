/** Largest body of any request but photos, in bytes. */
export const MAX_BODY = 64 * 1024;

/**
 * Reads a body within the limit, even one that does not tell its length.
 * @returns undefined when it is too large
 */
export async function readBody(request: Request): Promise<string | undefined> {
  const bytes = await readBytes(request, MAX_BODY);
  return bytes && new TextDecoder().decode(bytes);
}

/**
 * Reads a body's bytes within a limit, even of one that does not tell its length.
 * @returns undefined when it is too large
 */
export async function readBytes(request: Request, limit = MAX_BODY): Promise<Uint8Array | undefined> {
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
