import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '../../src/catalog/reading/content-folder.ts';
import { formatEmv, parseEmv } from '../../src/domain/payment/emv-tlv.ts';
import { noticeLines } from '../check-content.ts';
import { changedQris } from './changed-qris.ts';
import { committedContent } from './committed-content-testing.ts';

const folder = committedContent();
const seller = (name: string) => join(folder, `sellers/${name}.json`);

/** The same code for another merchant. */
function qrisOf(payload: string, nmid: string): string {
  const read = parseEmv(payload);
  if (!read.ok) throw new Error(read.reason);
  return formatEmv(
    read.fields
      .filter(({ tag }) => tag !== '63')
      .map(({ tag, value }) => ({ tag, value: value.replace('ID1019123456781', nmid) })),
  );
}

const told = async () => changedQris(folder, (await readContent(folder)).content);

test('a seller’s file that changed otherwise asks for nothing', async () => {
  const text = readFileSync(seller('batik-sekar'), 'utf8');
  writeFileSync(seller('batik-sekar'), text.replace('"Batik Sekar"', '"Batik Sekar Arum"'));
  expect(await told()).toEqual([]);
});

test('a QRIS that is new is told with name, city and NMID, in a committed file and in one that is not yet', async () => {
  const { payments } = JSON.parse(readFileSync(seller('batik-sekar'), 'utf8'));
  const lurik = JSON.parse(readFileSync(seller('lurik-pedan'), 'utf8'));
  writeFileSync(
    seller('lurik-pedan'),
    JSON.stringify({
      ...lurik,
      payments: { ...lurik.payments, qris: qrisOf(payments.qris, 'ID1019123456782') },
    }),
  );
  writeFileSync(
    seller('toko-baru'),
    JSON.stringify({
      ...lurik,
      email: 'baru@contoh.mal-ukm.test',
      payments: { qris: qrisOf(payments.qris, 'ID1019123456783') },
    }),
  );
  const qris = await told();
  expect(qris).toEqual([
    {
      file: 'sellers/lurik-pedan.json',
      told: 'QRIS atas nama NamaMerchantA1, NamaKota1, NMID ID1019123456782',
    },
    {
      file: 'sellers/toko-baru.json',
      told: 'QRIS atas nama NamaMerchantA1, NamaKota1, NMID ID1019123456783',
    },
  ]);
  expect(noticeLines(qris, 'text', folder)).toContain(
    'sellers/toko-baru.json  QRIS atas nama NamaMerchantA1, NamaKota1, NMID ID1019123456783',
  );
  expect(noticeLines(qris, 'github', 'content')[0]).toMatch(
    /^::notice file=content\/sellers\/lurik-pedan\.json,title=payments\.qris::QRIS atas nama NamaMerchantA1.*cocokkan/,
  );
});
