import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { isSlug } from '../../domain/products/sku.ts';
import { type Parsed, type ParseResult, parseJson, parseMarkdown } from './content-parse.ts';
import { byPlace, type Problem } from './content-problem.ts';
import { checkSchema } from './content-schema.ts';

/** A file that was read, for checks that need its lines. */
export interface ReadFile<T = unknown> {
  file: string;
  /** The file's name without its ending; `<seller>/<product>` for products. */
  slug: string;
  parsed: Omit<Parsed, 'data'>;
  value: T;
}

/**
 * What was read before, by file: a text that had no fault has none now, as long as the code is the same. Parsing takes
 * most of the time of a reading.
 */
export interface ReadingMemory {
  [file: string]: { text: string; value: unknown; body: string; bodyLine: number };
}

/** The paths of the content folder by what they are; all are relative to it and sorted. */
export interface ContentFiles {
  categories: string[];
  sellers: string[];
  products: string[];
  editions: string[];
  shipping: string[];
  pages: string[];
  /** Names of the files that lie beside products, by seller. */
  beside: Map<string, Set<string>>;
}

type Kind = Exclude<keyof ContentFiles, 'beside'>;

const PLACES: readonly [Kind, RegExp][] = [
  ['categories', /^categories\.json$/],
  ['sellers', /^sellers\/[^/]+\.json$/],
  ['products', /^products\/[^/]+\/[^/]+\.md$/],
  ['editions', /^editions\/[^/]+\.json$/],
  ['shipping', /^shipping\/[^/]+\.json$/],
  ['pages', /^pages\/[^/]+\.md$/],
];

/** The search's own word lists, and what the folder says about itself. */
const OTHERS = /^(?:search\/[^/]+\.json|README(?:\.en)?\.md|LICENSE(?:\.md)?)$/;

const BESIDE = /^products\/([^/]+)\/([^/]+)$/;

/** Lists the content folder; a file that lies where nothing of its kind is looked for is a problem. */
export async function listContent(folder: string, problems: Problem[]): Promise<ContentFiles> {
  const files: ContentFiles = {
    categories: [],
    sellers: [],
    products: [],
    editions: [],
    shipping: [],
    pages: [],
    beside: new Map(),
  };
  for (const path of (await walk(folder, '')).sort(byPlace)) {
    const kind = PLACES.find(([, pattern]) => pattern.test(path))?.[0];
    const beside = BESIDE.exec(path);
    if (kind) files[kind].push(path);
    else if (beside && !/\.(?:md|markdown|json|txt)$/i.test(path)) {
      const names = files.beside.get(beside[1]!) ?? new Set();
      files.beside.set(beside[1]!, names.add(beside[2]!));
    } else if (!OTHERS.test(path)) problems.push(misplaced(path));
  }
  return files;
}

function misplaced(file: string): Problem {
  const [place = ''] = file.split('/');
  const rules: Record<string, string> = {
    products: 'produk ada di products/<penjual>/<produk>.md, fotonya di sebelahnya',
    sellers: 'penjual ada di sellers/<penjual>.json',
    editions: 'expo ada di editions/<expo>.json',
    shipping: 'layanan kirim ada di shipping/<layanan>.json',
    pages: 'halaman ada di pages/<halaman>.md',
  };
  return {
    file,
    message: 'berkas ini tidak pada tempatnya, jadi tidak akan tampil',
    remedy: `pindahkan atau hapus; ${rules[place] ?? 'isi mal ada di folder products, sellers, editions, shipping, dan pages'}`,
    // A product or seller that nobody would see is an error, a stray picture or system file is not.
    severity: /\.(?:md|markdown|json)$/i.test(file) ? 'error' : 'warning',
  };
}

/** Every file below a folder; hidden ones are left out, links are followed. */
async function walk(folder: string, below: string): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const nested = await Promise.all(
    entries
      .filter(({ name }) => !name.startsWith('.'))
      .map(async (entry) => {
        const path = below ? `${below}/${entry.name}` : entry.name;
        const isFolder =
          entry.isDirectory() ||
          (entry.isSymbolicLink() &&
            (await stat(join(folder, path)).then(
              (target) => target.isDirectory(),
              () => false,
            )));
        return isFolder ? walk(folder, path) : [path];
      }),
  );
  return nested.flat();
}

/**
 * Reads files of one kind and checks each against its schema; a faulty one gives problems only.
 * @param before what was read before
 * @param now takes in what can be recalled the next time
 */
export function readFiles<S extends z.ZodType>(
  folder: string,
  paths: string[],
  schema: S,
  problems: Problem[],
  before: ReadingMemory = {},
  now: ReadingMemory = {},
): ReadFile<z.output<S>>[] {
  return paths
    .map((path) => readOne(folder, path, schema, problems, before, now))
    .filter((file) => file !== undefined);
}

function readOne<S extends z.ZodType>(
  folder: string,
  file: string,
  schema: S,
  problems: Problem[],
  before: ReadingMemory,
  now: ReadingMemory,
): ReadFile<z.output<S>> | undefined {
  const slug = slugOf(file);
  const faults = slug.split('/').filter((part) => !isSlug(part));
  for (const name of faults)
    problems.push({
      file,
      message: `nama "${name}" tidak dapat menjadi alamat halaman`,
      remedy: `pakai huruf kecil, angka, dan tanda hubung saja, paling panjang 80, misalnya "${slugFrom(name)}"`,
      severity: 'error',
    });
  const text = readText(folder, file, problems);
  if (text === undefined) return undefined;
  const parse = (): ParseResult =>
    file.endsWith('.json') ? parseJson(file, text) : parseMarkdown(file, text);
  const hash = createHash('sha256').update(text).digest('base64url');
  const known = before[file];
  if (known?.text === hash && !faults.length) {
    now[file] = known;
    // Lines are asked for only where something is told of the file.
    const lineOf: Parsed['lineOf'] = (path) => parse().parsed?.lineOf(path);
    const { body, bodyLine } = known;
    return { file, slug, parsed: { lineOf, body, bodyLine }, value: known.value as z.output<S> };
  }
  const result = parse();
  problems.push(...result.problems);
  if (!result.parsed) return undefined;
  const checked = checkSchema(file, result.parsed, schema);
  if (!checked.ok) {
    // A line whose value can't be read right needs no second complaint about that value.
    const told = new Set(result.problems.map(({ line }) => line));
    problems.push(...checked.problems.filter(({ line }) => line === undefined || !told.has(line)));
    return undefined;
  }
  if (faults.length || result.problems.length) return undefined;
  const { body, bodyLine } = result.parsed;
  now[file] = { text: hash, value: checked.value, body, bodyLine };
  return { file, slug, parsed: result.parsed, value: checked.value };
}

/** `products/<seller>/<product>.md` → `<seller>/<product>`, `sellers/<seller>.json` → `<seller>`. */
export function slugOf(file: string): string {
  return file.replace(/^[a-z]+\//, '').replace(/\.[a-z]+$/, '');
}

/** A slug that says the same as a name, `contoh` where nothing is left of it. */
function slugFrom(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-|-$/g, '');
  return slug || 'contoh';
}

function readText(folder: string, file: string, problems: Problem[]): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(folder, file)));
  } catch (error) {
    const unreadable =
      error instanceof Error && 'code' in error && error.code !== 'ERR_ENCODING_INVALID_ENCODED_DATA';
    problems.push({
      file,
      ...(!unreadable && { line: 1 }),
      message: unreadable ? 'berkas ini tidak dapat dibaca' : 'berkas ini bukan teks UTF-8',
      remedy: unreadable
        ? 'periksa apakah berkasnya ada dan boleh dibaca'
        : 'buka dengan penyunting teks, lalu simpan dengan pengodean UTF-8',
      severity: 'error',
    });
    return undefined;
  }
}
