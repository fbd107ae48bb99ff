import {
  type Document,
  type ErrorCode,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  visit,
} from 'yaml';
import { jsonFault } from './content-json.ts';
import type { Problem } from './content-problem.ts';

/** A file's data, and where in the file a field stands. */
export interface Parsed {
  data: unknown;
  /** Line of a field, counted from 1; of what holds it where it is missing. */
  lineOf(path: readonly PropertyKey[]): number | undefined;
  /** Markdown below the front matter. */
  body: string;
  /** Line on which the Markdown begins, counted from 1. */
  bodyLine: number;
}

/** A file that can't be understood has no data; one that can may have problems all the same. */
export interface ParseResult {
  parsed?: Parsed;
  problems: Problem[];
}

const FRONT_MATTER = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n([\s\S]*))?$/;

/** Reads YAML front matter and the Markdown below it. */
export function parseMarkdown(file: string, text: string): ParseResult {
  const match = FRONT_MATTER.exec(text);
  if (!match)
    return failed(
      file,
      1,
      'bagian data di antara dua baris --- tidak ditemukan',
      'mulai berkas dengan baris ---, isi datanya, lalu tutup dengan baris ---',
    );
  const below = match[2] ?? '';
  const body = below.trim();
  const before = text.length - below.length + below.indexOf(body);
  return parseYaml(file, match[1] ?? '', 1, body, text.slice(0, before).split('\n').length);
}

/** Reads JSON; positions come from the YAML parser, since JSON is YAML. */
export function parseJson(file: string, text: string): ParseResult {
  const fault = jsonFault(text);
  if (fault !== undefined)
    return failed(
      file,
      text.slice(0, fault).split('\n').length,
      'bukan JSON yang benar',
      'periksa koma, tanda kutip, dan kurung di baris ini dan baris sebelumnya',
    );
  const result = parseYaml(file, text, 0, '', 1);
  // The values are JSON's own: a price of 185.000 can't be meant there, a surrogate pair is one letter.
  return result.parsed ? { ...result, parsed: { ...result.parsed, data: JSON.parse(text) } } : result;
}

function failed(file: string, line: number, message: string, remedy: string): ParseResult {
  return { problems: [{ file, line, message, remedy, severity: 'error' }] };
}

function parseYaml(
  file: string,
  text: string,
  linesBefore: number,
  body: string,
  bodyLine: number,
): ParseResult {
  const counter = new LineCounter();
  const lineAt = (offset: number) => counter.linePos(offset).line + linesBefore;
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const faults = document.errors.map(({ code, pos }) => ({
    offset: pos[0],
    ...(YAML_FAULTS[code] ?? YAML_FAULT),
  }));
  const rooted = aliases(document);
  const problems = [...faults, ...rooted, ...thousands(document)].map(({ offset, ...told }) => ({
    file,
    line: lineAt(offset),
    ...fieldOn(text, counter.linePos(offset).line),
    ...told,
    severity: 'error' as const,
  }));
  if (rooted.length || document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return { problems };
  const lineOf = (path: readonly PropertyKey[]) => {
    const offset = offsetOf(document, path);
    return offset === undefined ? undefined : lineAt(offset);
  };
  return { parsed: { data: document.toJS(), lineOf, body, bodyLine }, problems };
}

/** The field that a line names, for faults that YAML's parser tells by place alone. */
function fieldOn(text: string, line: number): { field?: string } {
  const field = /^[\s{-]*"?([a-z_]+)"?\s*:/.exec(text.split('\n')[line - 1] ?? '')?.[1];
  return field === undefined ? {} : { field };
}

interface Fault {
  message: string;
  remedy: string;
}

const YAML_FAULT: Fault = {
  message: 'bagian data tidak terbaca',
  remedy: 'periksa titik dua, tanda kutip, dan spasi di awal baris ini',
};

/** The parser's faults that editors meet, in their words. */
const YAML_FAULTS: Partial<Record<ErrorCode, Fault>> = {
  DUPLICATE_KEY: { message: 'isian ini tertulis dua kali', remedy: 'hapus salah satunya' },
  TAB_AS_INDENT: { message: 'ada tab di awal baris', remedy: 'ganti tab dengan spasi' },
  BAD_INDENT: {
    message: 'jarak dari tepi kiri tidak sama dengan baris di sekitarnya',
    remedy: 'samakan jumlah spasi di awal baris',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'ada titik dua di dalam teks',
    remedy: 'beri tanda kutip pada teks yang memuat titik dua, misalnya title: "Kain: 2 meter"',
  },
  BAD_SCALAR_START: {
    message: 'teks diawali tanda yang punya arti khusus',
    remedy: 'beri tanda kutip pada teksnya',
  },
  MISSING_CHAR: {
    message: 'ada tanda yang kurang, biasanya kutip penutup, kurung, atau titik dua',
    remedy: 'lengkapi tanda kutip, kurung, atau titik dua di baris ini',
  },
};

interface Found extends Fault {
  offset: number;
}

/** Anchors and aliases: no editor needs them, and a few can stand for gigabytes. */
function aliases(document: Document.Parsed): Found[] {
  const found: Found[] = [];
  visit(document, {
    Alias: (_, node) => {
      found.push({
        offset: node.range?.[0] ?? 0,
        message: 'ada rujukan YAML (*nama)',
        remedy: 'tulis isinya langsung, atau beri tanda kutip bila ini teks',
      });
    },
  });
  return found;
}

/** Numbers such as `185.000`, which YAML reads as 185 and an Indonesian as 185 thousand. */
function thousands(document: Document.Parsed): Found[] {
  const found: Found[] = [];
  visit(document, {
    Scalar: (key, node) => {
      const { source, value } = node;
      if (key === 'key' || typeof value !== 'number' || !source || !/^\d{1,3}\.\d{3}$/.test(source)) return;
      found.push({
        offset: node.range?.[0] ?? 0,
        message: `angka ${source} terbaca sebagai ${String(value).replace('.', ',')}`,
        remedy: `tulis tanpa titik: ${source.replace('.', '')}`,
      });
    },
  });
  return found;
}

/** Where a field begins, by its name; for a field that is missing, where what holds it does. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number | undefined {
  let node: ParsedNode | null = document.contents;
  let offset = node?.range?.[0];
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) break;
      offset = (pair.key as ParsedNode).range[0];
      node = pair.value as ParsedNode | null;
    } else if (isSeq(node)) {
      node = (node.items[Number(step)] as ParsedNode | undefined) ?? null;
      offset = node?.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}
