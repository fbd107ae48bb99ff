import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort, type OpenMall, openMall } from './support/open-mall.ts';
import { buyableSkus, placeOrder } from './support/orders.ts';
import { pause, smtpSink } from './support/smtp-sink.ts';

let mall: OpenMall;
let port: number;
beforeAll(async () => {
  port = await freePort();
  mall = await openMall({ SMTP_URL: `smtp://127.0.0.1:${port}` });
});
afterAll(() => mall?.close());

test('while the mail server is down orders go on; when it is back every mail arrives once', async () => {
  const skus = await buyableSkus(mall.origin, 3);
  const codes: string[] = [];
  for (const sku of skus) codes.push((await placeOrder(mall.origin, [sku])).code);
  await mall.runSchedule();
  await pause(1000);

  const smtp = await smtpSink(port);
  try {
    // The first retry comes within half a minute; two runs at the same time must not send twice.
    for (let round = 0; round < 45 && smtp.mails.length < codes.length * 2; round += 1) {
      await Promise.all([mall.runSchedule(), mall.runSchedule()]);
      await pause(1000);
    }
    await mall.runSchedule();
    await pause(500);
    const seen = smtp.mails.map((mail) => mail.messageId);
    expect(seen).toHaveLength(codes.length * 2);
    expect(new Set(seen).size).toBe(seen.length);
    for (const code of codes)
      expect(smtp.mails.filter((mail) => mail.subject?.includes(code))).toHaveLength(2);
  } finally {
    await smtp.close();
  }
});
