import { z } from 'zod';
import type { PasskeyCeremonies } from './ports.ts';

const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;
const transports = z.array(z.string()).max(10).catch([]);

const credential = {
  id: z.string().max(1400),
  rawId: z.string().max(1400),
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}).transform(() => ({})),
};
/** What `PublicKeyCredential.toJSON()` gives of a passkey that was made (W3C WebAuthn Level 3, 5.1.8). */
const creation = z.object({
  ...credential,
  response: z.object({ clientDataJSON: z.string(), attestationObject: z.string(), transports }),
});
/** And of one that was used. */
const use = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: z.string(),
    authenticatorData: z.string(),
    signature: z.string(),
    userHandle: z
      .string()
      .optional()
      .nullable()
      .transform((handle) => handle ?? undefined),
  }),
});

/** How a passkey is reached, as far as it is a way that we know. */
const known = (ways: string[]) => TRANSPORTS.filter((way) => ways.includes(way));

/** Its code is read when the first passkey is, not when the Worker starts. */
const library = () => import('@simplewebauthn/server');

/** Passkeys by SimpleWebAuthn. A passkey must have been opened by its owner: a finger, a face, a PIN. */
export function webauthnPasskeys(): PasskeyCeremonies {
  return {
    idOf: (response) => use.safeParse(response).data?.id,

    async creationOptions({ id, name: rpName }, { challenge, handle, name, known: own }) {
      const { generateRegistrationOptions } = await library();
      return generateRegistrationOptions({
        rpID: id,
        rpName,
        userName: name,
        userID: Uint8Array.from(Buffer.from(handle, 'base64url')),
        challenge: Uint8Array.from(Buffer.from(challenge, 'base64url')),
        attestationType: 'none',
        excludeCredentials: own.map((passkey) => ({ id: passkey.id, transports: known(passkey.transports) })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
    },

    async verifyCreation({ id, origin }, { challenge, response }) {
      const parsed = creation.safeParse(response);
      if (!parsed.success) return undefined;
      const { verifyRegistrationResponse } = await library();
      const { data } = parsed;
      try {
        const { verified, registrationInfo } = await verifyRegistrationResponse({
          response: { ...data, response: { ...data.response, transports: known(data.response.transports) } },
          expectedChallenge: challenge,
          expectedOrigin: origin,
          expectedRPID: id,
          requireUserVerification: true,
        });
        if (!verified) return undefined;
        const made = registrationInfo.credential;
        return {
          id: made.id,
          public_key: Buffer.from(made.publicKey).toString('base64url'),
          counter: made.counter,
          transports: known(data.response.transports),
        };
      } catch {
        // What can't be read or isn't signed right is no passkey; the library tells by throwing.
        return undefined;
      }
    },

    async useOptions({ id }, challenge, own) {
      const { generateAuthenticationOptions } = await library();
      return generateAuthenticationOptions({
        rpID: id,
        challenge: Uint8Array.from(Buffer.from(challenge, 'base64url')),
        allowCredentials: own.map((passkey) => ({ id: passkey.id, transports: known(passkey.transports) })),
        userVerification: 'required',
      });
    },

    async verifyUse({ id, origin }, { challenge, response, passkey }) {
      const parsed = use.safeParse(response);
      if (!parsed.success) return undefined;
      const { verifyAuthenticationResponse } = await library();
      try {
        const { verified, authenticationInfo } = await verifyAuthenticationResponse({
          response: parsed.data,
          expectedChallenge: challenge,
          expectedOrigin: origin,
          expectedRPID: id,
          requireUserVerification: true,
          credential: {
            id: passkey.id,
            publicKey: Uint8Array.from(Buffer.from(passkey.public_key, 'base64url')),
            counter: passkey.counter,
          },
        });
        return verified ? authenticationInfo.newCounter : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
