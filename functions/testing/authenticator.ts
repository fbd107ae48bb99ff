import { createHash } from 'node:crypto';

const bytes = (...parts: (Uint8Array | number[] | string)[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as Uint8Array)));
const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest();
const base64url = (data: Uint8Array) => Buffer.from(data).toString('base64url');

/** Bits of the flags: somebody was there, and proved who; a key follows. */
const [PRESENT, VERIFIED, WITH_KEY] = [0x01, 0x04, 0x40];

interface Options {
  challenge: string;
  rp?: { id?: string };
  rpId?: string;
}

/** A phone that keeps one passkey, as WebAuthn and CTAP2 describe it: ES256, no attestation. */
export async function authenticator(origin = 'http://mal.test') {
  const pair = (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair;
  const { x, y } = (await crypto.subtle.exportKey('jwk', pair.publicKey)) as { x: string; y: string };
  const id = crypto.getRandomValues(new Uint8Array(16));
  let uses = 0;

  const clientData = (type: string, { challenge }: Options) =>
    Buffer.from(JSON.stringify({ type: `webauthn.${type}`, challenge, origin, crossOrigin: false }));
  const counted = () => {
    uses += 1;
    return [0, 0, 0, uses];
  };
  const shell = { id: base64url(id), rawId: base64url(id), type: 'public-key', clientExtensionResults: {} };

  return {
    make(options: object) {
      const asked = options as Options;
      // COSE key in CBOR: {1: 2, 3: -7, -1: 1, -2: x, -3: y}.
      const key = bytes(
        [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20],
        Buffer.from(x, 'base64url'),
        [0x22, 0x58, 0x20],
        Buffer.from(y, 'base64url'),
      );
      const data = bytes(
        sha256(asked.rp?.id ?? ''),
        [PRESENT | VERIFIED | WITH_KEY],
        counted(),
        new Uint8Array(16),
        [0, id.length],
        id,
        key,
      );
      // {"fmt": "none", "attStmt": {}, "authData": data}.
      const attestation = bytes(
        [0xa3, 0x63],
        'fmt',
        [0x64],
        'none',
        [0x67],
        'attStmt',
        [0xa0, 0x68],
        'authData',
        [0x58, data.length],
        data,
      );
      return {
        ...shell,
        response: {
          clientDataJSON: base64url(clientData('create', asked)),
          attestationObject: base64url(attestation),
          transports: ['internal'],
        },
      };
    },

    async use(options: object, { verified = true } = {}) {
      const asked = options as Options;
      const client = clientData('get', asked);
      const data = bytes(sha256(asked.rpId ?? ''), [verified ? PRESENT | VERIFIED : PRESENT], counted());
      const raw = await crypto.subtle.sign(
        { name: 'ECDSA', hash: 'SHA-256' },
        pair.privateKey,
        bytes(data, sha256(client)),
      );
      return {
        ...shell,
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(asn1(new Uint8Array(raw))),
        },
      };
    },
  };
}

/** An ECDSA signature as ASN.1, from the two numbers side by side. */
function asn1(raw: Uint8Array): Uint8Array {
  const integer = (number: Uint8Array) => {
    const start = number.findIndex((byte) => byte !== 0);
    const digits = number.subarray(start);
    const positive = digits[0]! > 0x7f ? bytes([0], digits) : digits;
    return bytes([0x02, positive.length], positive);
  };
  const both = bytes(integer(raw.subarray(0, 32)), integer(raw.subarray(32)));
  return bytes([0x30, both.length], both);
}
