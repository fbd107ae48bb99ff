import { parseQris } from '../../domain/payment/qris.ts';
import type { SellerContent } from '../../schemas/seller.ts';
import type { ReadFile } from './content-files.ts';
import type { Tell } from './content-problem.ts';

/** Something that belongs to one shop only. */
interface Destination {
  /** Equal for one account, code or mailbox, however it is written. */
  id: string;
  path: string[];
  what: string;
}

/**
 * Money and mail of one shop never go to another: an account number, a QRIS (the same code, or the same merchant by
 * its NMID) and an e-mail stand in one shop only. A draft's are placeholders and are left out.
 */
export function checkDestinations(
  sellers: ReadFile<SellerContent>[],
  errorsOf: (seller: ReadFile<SellerContent>) => Tell,
): void {
  const owners = new Map<string, ReadFile<SellerContent>>();
  for (const seller of sellers) {
    if (seller.value.draft) continue;
    const told = new Set<string>();
    for (const { id, path, what } of destinationsOf(seller.value)) {
      const owner = owners.get(id) ?? seller;
      owners.set(id, owner);
      if (owner === seller || told.has(path.join('.'))) continue;
      told.add(path.join('.'));
      errorsOf(seller)(
        path,
        `${what} ini juga dipakai di ${owner.file}`,
        `periksa keduanya: satu ${what} hanya untuk satu toko`,
      );
    }
  }
}

function destinationsOf({ email, payments: { qris, bank, abroad } }: SellerContent): Destination[] {
  const code = qris === undefined ? undefined : parseQris(qris);
  const digits = (number: string) => number.replace(/\D/g, '');
  return [
    { id: `email ${email.toLowerCase()}`, path: ['email'], what: 'e-mail' },
    ...(bank
      ? [
          {
            id: `account ${digits(bank.number)}`,
            path: ['payments', 'bank', 'number'],
            what: 'nomor rekening',
          },
        ]
      : []),
    ...(abroad
      ? [
          {
            id: `account ${digits(abroad.number)}`,
            path: ['payments', 'abroad', 'number'],
            what: 'nomor rekening',
          },
        ]
      : []),
    ...(qris === undefined ? [] : [{ id: `qris ${qris}`, path: ['payments', 'qris'], what: 'QRIS' }]),
    ...(code?.ok && code.qris.nmid
      ? [{ id: `nmid ${code.qris.nmid}`, path: ['payments', 'qris'], what: 'QRIS' }]
      : []),
  ];
}
