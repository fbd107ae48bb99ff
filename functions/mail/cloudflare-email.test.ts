import { describe, expect, test } from 'vitest';
import { cloudflareEmail } from './cloudflare-email.ts';
import type { Email } from './ports.ts';

const email: Email = {
  from: 'Mal UKM <pesanan@mal.test>',
  to: 'sri@contoh.test',
  replyTo: 'toko@contoh.test',
  subject: 'Pesanan UKM-1',
  text: 'Halo',
  html: '<p>Halo</p>',
  messageId: '<outbox-7@mal.test>',
};

/** What the platform binds as `send_email`, as its documentation describes it. */
function binding(fault?: Error & { code?: string }) {
  const sent: unknown[] = [];
  const stand: SendEmail = {
    async send(mail: unknown) {
      if (fault) throw fault;
      sent.push(mail);
      return { messageId: 'made-by-the-platform' };
    },
  };
  return { stand, sent };
}
const failing = (code: string, message = 'no') => binding(Object.assign(new Error(message), { code })).stand;

test('a mail goes through the binding, recognisable by the mall’s own id', async () => {
  const { stand, sent } = binding();
  expect(await cloudflareEmail(stand).connect().send(email)).toEqual({ is: 'accepted' });
  expect(sent).toEqual([
    {
      from: { name: 'Mal UKM', email: 'pesanan@mal.test' },
      to: 'sri@contoh.test',
      replyTo: 'toko@contoh.test',
      subject: 'Pesanan UKM-1',
      text: 'Halo',
      html: '<p>Halo</p>',
      headers: { 'X-Mal-UKM-Message': '<outbox-7@mal.test>' },
    },
  ]);
});

describe('a failure is a result', () => {
  test.each([
    ['E_RECIPIENT_SUPPRESSED', 'refused'],
    ['E_CONTENT_TOO_LARGE', 'later'],
    ['E_DAILY_LIMIT_EXCEEDED', 'broken'],
    ['E_RATE_LIMIT_EXCEEDED', 'broken'],
    ['E_SENDER_NOT_VERIFIED', 'broken'],
  ])('%s: %s', async (code, is) => {
    expect(await cloudflareEmail(failing(code)).connect().send(email)).toMatchObject({ is });
  });

  test('that names no address', async () => {
    const answer = await cloudflareEmail(failing('E_DELIVERY_FAILED', 'sri@contoh.test is full'))
      .connect()
      .send(email);
    expect(answer).toEqual({ is: 'later', error: 'E_DELIVERY_FAILED <address> is full' });
  });
});
