import type { Content } from '../../src/catalog/content-folder.ts';

/** Makes the index with which the static site searches while the Worker is out of reach. */
export async function publishFallbackSearch(_content: Content, _distClient: string): Promise<void> {}
