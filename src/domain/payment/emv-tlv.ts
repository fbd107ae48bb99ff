// EMVCo QR Code Specification for Payment Systems, Merchant-Presented Mode 1.1: a payload is a row of data
// objects, each two digits of tag, two digits of length and the value. Lengths count characters, while the
// checksum is taken over the UTF-8 bytes.

/** One data object of a payload. */
export interface TlvField {
  tag: string;
  value: string;
}

/** The longest payload that the specification allows, in characters. */
export const EMV_MAX_LENGTH = 512;

/** Takes a payload or a template apart; `undefined` when a tag, a length or the end does not fit. */
export function parseTlv(text: string): TlvField[] | undefined {
  const signs = [...text];
  const fields: TlvField[] = [];
  for (let at = 0; at < signs.length; ) {
    const head = signs.slice(at, at + 4).join('');
    if (!/^\d{4}$/.test(head)) return undefined;
    const length = Number(head.slice(2));
    const end = at + 4 + length;
    if (length === 0 || end > signs.length) return undefined;
    fields.push({ tag: head.slice(0, 2), value: signs.slice(at + 4, end).join('') });
    at = end;
  }
  return fields;
}

/**
 * Puts data objects together again.
 * @throws RangeError when a value is empty or longer than 99 characters, which is a bug
 */
export function formatTlv(fields: TlvField[]): string {
  return fields
    .map(({ tag, value }) => {
      const length = [...value].length;
      if (length < 1 || length > 99) throw new RangeError(`the value of tag ${tag} has ${length} characters`);
      return tag + String(length).padStart(2, '0') + value;
    })
    .join('');
}

/**
 * CRC-16/CCITT-FALSE (polynomial 1021, start FFFF) over the UTF-8 bytes, as four upper-case hex digits:
 * `123456789` gives `29B1`.
 */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/** Why a text is no EMVCo payload. */
export type EmvFault = 'length' | 'characters' | 'structure' | 'checksum' | 'duplicate_tag' | 'order';

export type EmvResult = { ok: true; fields: TlvField[] } | { ok: false; reason: EmvFault };

/** Only 64 (the merchant in another language) and 80 to 99 may hold more than ASCII. */
const isPlain = ({ tag, value }: TlvField) =>
  tag === '64' || tag >= '80' ? value.isWellFormed() && !/\p{Cc}/u.test(value) : /^[ -~]+$/.test(value);

/**
 * Reads a payload strictly: lengths, checksum, no tag twice, 00 first and 63 last. What the tags mean is
 * left to the caller.
 */
export function parseEmv(payload: string): EmvResult {
  const size = [...payload].length;
  if (size === 0 || size > EMV_MAX_LENGTH) return { ok: false, reason: 'length' };
  const fields = parseTlv(payload);
  if (!fields) return { ok: false, reason: 'structure' };
  if (!fields.every(isPlain)) return { ok: false, reason: 'characters' };
  if (new Set(fields.map(({ tag }) => tag)).size !== fields.length)
    return { ok: false, reason: 'duplicate_tag' };
  const [first, last] = [fields[0], fields.at(-1)];
  if (first?.tag !== '00' || last?.tag !== '63' || last.value.length !== 4)
    return { ok: false, reason: 'order' };
  // Compared as it stands: a checksum in lower case is not what the specification writes.
  if (crc16(payload.slice(0, -4)) !== last.value) return { ok: false, reason: 'checksum' };
  return { ok: true, fields };
}

/** Writes a payload with a fresh checksum; a 63 among the fields is replaced. */
export function formatEmv(fields: TlvField[]): string {
  const body = `${formatTlv(fields.filter(({ tag }) => tag !== '63'))}6304`;
  return body + crc16(body);
}
