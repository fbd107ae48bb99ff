import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { contentFolder } from '../src/catalog/reading/content-folder.ts';
import { parseQris } from '../src/domain/payment/qris.ts';
import { isSlug } from '../src/domain/products/sku.ts';
import { pathArgument } from './path-argument.ts';
import { qrisLine, qrisLines } from './qris/describe-qris.ts';
import { readPoster } from './qris/read-poster.ts';
import { agreed, runTool, ToolError } from './terminal.ts';

const USAGE = `Cara pakai: npm run qris -- <foto-poster.jpg> [--seller <penjual>] [--yes]

  Membaca QRIS statis dari foto poster penjual, lalu menunjukkan nama, kota, dan NMID untuk dicocokkan.
  --seller  tulis ke sellers/<penjual>.json setelah Anda menyetujuinya; tanpa ini isinya hanya ditampilkan
  --yes     langsung menulis; pakai setelah nama, kota, dan NMID dicocokkan`;

/** What of a seller's file matters here; the rest is kept as it is. */
interface SellerFile {
  name?: string;
  sample?: boolean;
  payments?: Record<string, unknown>;
}

/**
 * The seller's file with another QRIS in it, and the one that it had.
 * @throws ToolError when the file can't take it
 */
export function withQris(text: string, payload: string): { text: string; before: string | undefined } {
  let seller: SellerFile;
  try {
    seller = JSON.parse(text);
  } catch {
    throw new ToolError('Berkas penjual ini bukan JSON yang benar; jalankan npm run check:content dulu.');
  }
  if (seller.sample)
    throw new ToolError(
      'Ini penjual contoh, yang tidak boleh menerima uang sungguhan. Hapus "sample" bila tokonya nyata.',
    );
  const before = seller.payments?.qris;
  const payments = { ...seller.payments, qris: payload };
  return {
    text: `${JSON.stringify({ ...seller, payments }, null, 2)}\n`,
    before: typeof before === 'string' ? before : undefined,
  };
}

async function main(): Promise<void> {
  const { picture, sellerFile, yes } = readArguments();
  const read = await readPoster(readFileSync(picture));
  if (!read.ok) throw new ToolError(`${basename(picture)}: ${read.reason}.`);
  process.stdout.write(`QRIS di ${basename(picture)}:\n${qrisLines(read.qris).join('\n')}\n\n`);
  if (!sellerFile) {
    process.stdout.write(
      `Cocokkan dengan posternya, lalu isi payments.qris penjual dengan:\n${read.payload}\n`,
    );
    return;
  }
  const { text, before } = withQris(readFileSync(sellerFile, 'utf8'), read.payload);
  if (before === read.payload) {
    process.stdout.write('Penjual ini sudah memakai QRIS yang sama; tidak ada yang berubah.\n');
    return;
  }
  const former = before === undefined ? undefined : parseQris(before);
  if (former)
    process.stdout.write(
      `Sebelumnya: ${former.ok ? qrisLine(former.qris) : 'kode yang tidak dapat dipakai'}\n`,
    );
  const isAsked = Boolean(process.stdin.isTTY && process.stdout.isTTY);
  if (!yes && !isAsked)
    throw new ToolError(
      'Cocokkan nama, kota, dan NMID dengan posternya, lalu ulangi dengan --yes untuk menulisnya.',
    );
  if (!yes && !(await agreed(`Sama dengan posternya? Tulis ke ${basename(sellerFile)}? (y/t) `))) {
    process.stdout.write('Tidak ada yang ditulis.\n');
    return;
  }
  writeFileSync(sellerFile, text);
  process.stdout.write(`Ditulis ke sellers/${basename(sellerFile)}; periksa dengan npm run check:content.\n`);
}

function readArguments(): { picture: string; sellerFile: string | undefined; yes: boolean } {
  const { values, positionals } = parse();
  const [given, ...rest] = positionals;
  if (given === undefined || rest.length) throw new ToolError(USAGE);
  const picture = pathArgument(given);
  if (!existsSync(picture) || !statSync(picture).isFile())
    throw new ToolError(`Gambar tidak ditemukan: ${picture}`);
  const { seller, yes = false } = values;
  if (seller === undefined) return { picture, sellerFile: undefined, yes };
  const sellerFile = join(contentFolder(), 'sellers', `${seller}.json`);
  if (!isSlug(seller) || !existsSync(sellerFile))
    throw new ToolError(
      `Penjual "${seller}" tidak ada; isi nama berkasnya di sellers/, misalnya batik-sekar.`,
    );
  return { picture, sellerFile, yes };
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { seller: { type: 'string' }, yes: { type: 'boolean' } },
    });
  } catch (error) {
    throw new ToolError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

if (import.meta.main) await runTool(main);
