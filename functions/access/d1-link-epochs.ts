import type { LinkEpochs } from './ports.ts';

/** Epochs of shops' links in D1; a shop without a row is at 0. */
export function d1LinkEpochs(db: D1Database): LinkEpochs {
  return {
    async of(seller) {
      const epoch = await db
        .prepare('SELECT epoch FROM link_epochs WHERE seller = ?1')
        .bind(seller)
        .first<number>('epoch');
      return epoch ?? 0;
    },
  };
}
