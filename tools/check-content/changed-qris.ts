import type { Content } from '../../src/catalog/reading/content-folder.ts';
import { parseQris } from '../../src/domain/payment/qris.ts';
import { qrisLine } from '../qris/describe-qris.ts';
import { formerState } from './former-state.ts';

/** A QRIS that is new or another than before, to be compared with the seller's poster. */
export interface ChangedQris {
  /** Relative to the content folder. */
  file: string;
  /** `QRIS atas nama BATIK SEKAR, PEKALONGAN, NMID ID10…` */
  told: string;
}

/**
 * The sellers whose QRIS is not the one that Git's state before had: money goes where it says, so somebody has to
 * compare its name, city and NMID with the poster. None where the folder is in no repository.
 */
export function changedQris(folder: string, { sellers }: Pick<Content, 'sellers'>): ChangedQris[] {
  const state = formerState(folder);
  return (state?.changed('sellers') ?? []).flatMap((file): ChangedQris[] => {
    const payload = sellers.get(/^sellers\/([^/]+)\.json$/.exec(file)?.[1] ?? '')?.payments.qris;
    if (payload === undefined || payload === qrisIn(state!.read(file))) return [];
    const result = parseQris(payload);
    return result.ok ? [{ file, told: `QRIS ${qrisLine(result.qris)}` }] : [];
  });
}

/** The payload in a seller's file as it was; `undefined` where there was none that can be read. */
function qrisIn(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null')?.payments?.qris;
  } catch {
    return undefined;
  }
}
