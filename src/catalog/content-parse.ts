import { type Document, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { nearest, type Problem } from './content-problem.ts';

/** A file's data, and where in the file a field stands. */
export interface Parsed {
  data: unknown;
  lineOf(path: readonly PropertyKey[]): number | undefined;
  /** Markdown below the front matter. */
  body: string;
}
export type ParseResult = { ok: true; parsed: Parsed } | { ok: false; problem: Problem };

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n([\s\S]*))?$/;

/** Reads YAML front matter and the Markdown below it. */
export function parseMarkdown(file: string, text: string): ParseResult {
  const match = FRONT_MATTER.exec(text);
  if (!match)
    return {
      ok: false,
      problem: {
        file,
        line: 1,
        message: 'bagian data di antara dua baris --- tidak ditemukan',
        remedy: 'mulai berkas dengan baris ---, isi datanya, lalu tutup dengan baris ---',
        severity: 'error',
      },
    };
  return parseYaml(file, match[1]!, 1, (match[2] ?? '').trim());
}

/** Reads JSON; positions come from the YAML parser, since JSON is YAML. */
export function parseJson(file: string, text: string): ParseResult {
  try {
    JSON.parse(text);
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1];
    return {
      ok: false,
      problem: {
        file,
        line: position ? text.slice(0, Number(position)).split('\n').length : 1,
        message: 'bukan JSON yang benar',
        remedy: 'periksa koma, tanda kutip, dan kurung di sekitar baris ini',
        severity: 'error',
      },
    };
  }
  return parseYaml(file, text, 0, '');
}

function parseYaml(file: string, text: string, linesBefore: number, body: string): ParseResult {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const fault = document.errors[0];
  if (fault)
    return {
      ok: false,
      problem: {
        file,
        line: counter.linePos(fault.pos[0]).line + linesBefore,
        message: `data tidak terbaca (${fault.code.toLowerCase().replaceAll('_', ' ')})`,
        remedy: 'periksa titik dua, tanda kutip, dan spasi di awal baris ini',
        severity: 'error',
      },
    };
  const lineOf = (path: readonly PropertyKey[]) => {
    const offset = offsetOf(document, path);
    return offset === undefined ? undefined : counter.linePos(offset).line + linesBefore;
  };
  return { ok: true, parsed: { data: document.toJS(), lineOf, body } };
}

/** Where a field's value begins; for a field that is missing, where its parent does. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length ? document.getIn(path.slice(0, length) as unknown[], true) : document.contents;
    const range = (node as { range?: [number, number, number] } | undefined)?.range;
    if (range) return range[0];
    if (isScalar(node)) return undefined;
  }
  return undefined;
}

/** What to do about a kind of issue, where the schema's own message does not say it already. */
const REMEDY = 'perbaiki isiannya; contohnya ada di content/README.md';

/** A schema's issues as problems of a file, each with its line, its field and a remedy. */
export function schemaProblems(
  file: string,
  parsed: Parsed,
  issues: z.core.$ZodIssue[],
  fields: string[],
): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    const at = (path: PropertyKey[], message: string, remedy: string): Problem => {
      const line = parsed.lineOf(path);
      return {
        file,
        ...(line !== undefined && { line }),
        ...(path.length && { field: path.join('.') }),
        message,
        remedy,
        severity: 'error',
      };
    };
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => {
        const meant = nearest(key, fields);
        return at(
          [...issue.path, key],
          'nama isian ini tidak dikenal',
          meant
            ? `mungkin maksudnya "${meant}"`
            : 'hapus baris ini, atau periksa namanya di content/README.md',
        );
      });
    const missing = valueAt(parsed.data, issue.path) === undefined;
    if (missing)
      return [at(issue.path, 'belum diisi', `tambahkan "${issue.path.join('.')}"; ${issue.message}`)];
    return [at(issue.path, issue.message, REMEDY)];
  });
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    data,
  );
}
