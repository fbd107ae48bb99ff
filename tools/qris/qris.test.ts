import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withQris } from '../qris.ts';
import { posterOf } from './poster-testing.ts';

/** The specification's sample merchant; nobody's. */
const PAYLOAD =
  '00020101021126660017ID.CO.EXAMPLE.WWW01159360086704567890215MIDCONTOH1234560303UMI51370014ID.CO.QRIS.WWW0215ID10191234567815204123453033605802ID5914NamaMerchantA16009NamaKota16110123456789062070703K196304B1EF';
const folder = mkdtempSync(join(tmpdir(), 'qris-'));
const poster = join(folder, 'poster.png');
const seller = join(folder, 'isi/sellers/toko-baru.json');

beforeAll(async () => {
  cpSync('tests/fixture-content', join(folder, 'isi'), { recursive: true });
  writeFileSync(poster, await posterOf(PAYLOAD));
  writeFileSync(
    seller,
    `${JSON.stringify({ name: 'Toko Baru', regency: '33.26', payments: { cod: {} }, draft: true }, null, 2)}\n`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

function qris(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/qris.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, MALL_CONTENT: join(folder, 'isi') },
  });
  return { status, said: stdout + stderr };
}

test('the command shows name, city and NMID, and the text to fill in', () => {
  const { status, said } = qris(poster);
  expect(status).toBe(0);
  expect(said).toContain('nama  NamaMerchantA1');
  expect(said).toContain('kota  NamaKota1');
  expect(said).toContain('NMID  ID1019123456781');
  expect(said).toContain(PAYLOAD);
});

test('it is written only after somebody has compared it; the rest of the file stays', () => {
  const before = readFileSync(seller, 'utf8');
  expect(qris(poster, '--seller', 'toko-baru')).toMatchObject({
    status: 1,
    said: expect.stringContaining('--yes'),
  });
  expect(readFileSync(seller, 'utf8')).toBe(before);
  expect(qris(poster, '--seller', 'toko-baru', '--yes').status).toBe(0);
  expect(JSON.parse(readFileSync(seller, 'utf8'))).toEqual({
    name: 'Toko Baru',
    regency: '33.26',
    payments: { cod: {}, qris: PAYLOAD },
    draft: true,
  });
  expect(qris(poster, '--seller', 'toko-baru', '--yes').said).toContain('tidak ada yang berubah');
});

test('a sample seller, an unknown one and a missing picture are refused', () => {
  expect(qris(poster, '--seller', 'batik-sekar', '--yes')).toMatchObject({
    status: 1,
    said: expect.stringContaining('penjual contoh'),
  });
  expect(qris(poster, '--seller', '../x', '--yes').said).toContain('tidak ada');
  expect(qris('hilang.jpg').said).toContain('Gambar tidak ditemukan');
  expect(qris().said).toContain('Cara pakai');
});

test('the code that the seller had before is told', () => {
  const { before } = withQris('{"payments":{"qris":"lama"}}', PAYLOAD);
  expect(before).toBe('lama');
});
