import { isRupiah, type Rupiah } from '../money.ts';
import { EMV_MAX_LENGTH, type EmvFault, formatEmv, parseEmv, parseTlv, type TlvField } from './emv-tlv.ts';
import { QRIS_MAX } from './payment.ts';

/** What a seller's static QRIS says, and all its tags in their order. */
export interface Qris {
  /** Tag 59: the name that the payer's app shows; often cut off, often not the shop's name. */
  merchant_name: string;
  city: string;
  /** National merchant id, tag 51.02; absent in codes that have none. */
  nmid?: string;
  /** True when the app asks for a tip (55 = 01): the page then says to leave it at 0. */
  tip: boolean;
  /** An amount that is printed into the static code, as it stands there; such a code is no use as a fallback. */
  fixed_amount?: string;
  fields: TlvField[];
}

/** Why a payload can't be a seller's static QRIS. */
export type QrisFault =
  | EmvFault
  | 'version'
  | 'one_time'
  | 'not_static'
  | 'country'
  | 'currency'
  | 'template'
  | 'merchant_account'
  | 'merchant_name'
  | 'city'
  | 'surcharge'
  | 'no_room';

export type QrisResult = { ok: true; qris: Qris } | { ok: false; reason: QrisFault };

/** Tag and length of the amount, in signs. */
const AMOUNT_HEAD = 4;
/** 26 to 45 belong to the merchant's providers, 51 to the national merchant id. */
const isMerchantAccount = (tag: string) => tag >= '26' && tag <= '51';

/**
 * Reads a seller's static QRIS (EMVCo merchant-presented QR as Bank Indonesia and ASPI use it). Refused: any
 * fault of structure or checksum, another country or currency than ID and 360, a one-time code (01 = 12) and a
 * surcharge (55 = 02 or 03, or 56/57), which a buyer here is never charged.
 */
export function parseQris(payload: string): QrisResult {
  const parsed = parseEmv(payload);
  if (!parsed.ok) return parsed;
  const { fields } = parsed;
  const tags = new Map(fields.map(({ tag, value }) => [tag, value]));
  const templates = new Map(
    fields
      .filter(({ tag }) => isMerchantAccount(tag) || tag === '62')
      .map(({ tag, value }) => [tag, parseTlv(value)]),
  );
  const fault = ((): QrisFault | undefined => {
    if (tags.get('00') !== '01') return 'version';
    if (tags.get('01') === '12') return 'one_time';
    if (tags.get('01') !== '11') return 'not_static';
    if (tags.get('58') !== 'ID') return 'country';
    if (tags.get('53') !== '360') return 'currency';
    if ([...templates.values()].some((parts) => !parts || hasDuplicates(parts))) return 'template';
    if (![...templates.keys()].some(isMerchantAccount) || !/^\d{4}$/.test(tags.get('52') ?? ''))
      return 'merchant_account';
    if (!tags.get('59')?.trim()) return 'merchant_name';
    if (!tags.get('60')?.trim()) return 'city';
    if ((tags.has('55') && tags.get('55') !== '01') || tags.has('56') || tags.has('57')) return 'surcharge';
    // With an amount it must still be a QR that apps read (EMVCo: 512 signs).
    const printed = tags.get('54');
    const bare = [...payload].length - (printed === undefined ? 0 : AMOUNT_HEAD + [...printed].length);
    if (bare + AMOUNT_HEAD + String(QRIS_MAX).length > EMV_MAX_LENGTH) return 'no_room';
    return undefined;
  })();
  if (fault) return { ok: false, reason: fault };
  const nmid = templates.get('51')?.find(({ tag }) => tag === '02')?.value;
  const fixedAmount = tags.get('54');
  return {
    ok: true,
    qris: {
      merchant_name: tags.get('59')!,
      city: tags.get('60')!,
      ...(nmid !== undefined && { nmid }),
      tip: tags.has('55'),
      ...(fixedAmount !== undefined && { fixed_amount: fixedAmount }),
      fields,
    },
  };
}

/**
 * The payload for one payment, made from the seller's static one: 01 becomes 12, 54 is the amount and stands
 * before 58, 63 is computed anew; every other tag stays as it was.
 * @param amount rupiah, 1 to {@link QRIS_MAX}
 * @returns `undefined` when the static payload is refused or the amount is out of range
 */
export function dynamicQris(staticPayload: string, amount: Rupiah): string | undefined {
  const parsed = parseQris(staticPayload);
  if (!parsed.ok || !isRupiah(amount) || amount < 1 || amount > QRIS_MAX) return undefined;
  const fields = parsed.qris.fields.flatMap((field) => {
    if (field.tag === '01') return [{ tag: '01', value: '12' }];
    if (field.tag === '54') return [];
    if (field.tag === '58') return [{ tag: '54', value: String(amount) }, field];
    return [field];
  });
  return formatEmv(fields);
}

function hasDuplicates(fields: TlvField[]): boolean {
  return new Set(fields.map(({ tag }) => tag)).size !== fields.length;
}
