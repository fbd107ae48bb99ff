import { z } from 'zod';
import type { Parsed } from './content-parse.ts';
import { nearest, type Problem } from './content-problem.ts';

type Checked<S extends z.ZodType> = { ok: true; value: z.output<S> } | { ok: false; problems: Problem[] };

/**
 * Checks a file's data against its schema. Every issue becomes a problem with its line, its field and what to
 * do; the sentence that describes the field in the schema is the advice.
 */
export function checkSchema<S extends z.ZodType>(file: string, parsed: Parsed, schema: S): Checked<S> {
  const checked = schema.safeParse(parsed.data, { error: messageOf });
  if (checked.success) return { ok: true, value: checked.data };
  const { issues } = checked.error;
  // A misspelt field is not told a second time as missing.
  const misspelt = new Set(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => [...issue.path, nearest(key, fieldAt(schema, issue.path).fields)].join('.'))
        : [],
    ),
  );
  const isTold = ({ path, code }: z.core.$ZodIssue) =>
    code !== 'unrecognized_keys' && valueAt(parsed.data, path) === undefined && misspelt.has(path.join('.'));
  return {
    ok: false,
    problems: issues
      .filter((issue) => !isTold(issue))
      .flatMap((issue) => problemsOf(file, parsed, schema, issue)),
  };
}

const TYPES: Record<string, string> = {
  string: 'teks',
  number: 'angka',
  int: 'bilangan bulat',
  boolean: 'true atau false',
  array: 'daftar',
  tuple: 'daftar',
  object: 'kumpulan isian',
};

const fallback = z.locales.id().localeError;

/** Messages for issues for which the schema has none. */
const messageOf: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'invalid_type') return `harus berupa ${TYPES[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `harus salah satu dari: ${issue.values.join(', ')}`;
  if (issue.code === 'too_small' && issue.origin === 'array') return `paling sedikit ${issue.minimum}`;
  if (issue.code === 'too_big' && issue.origin === 'array') return `paling banyak ${issue.maximum}`;
  if (issue.code === 'too_small' && issue.origin === 'number')
    return issue.inclusive ? `paling kecil ${issue.minimum}` : `harus lebih dari ${issue.minimum}`;
  if (issue.code === 'too_big' && issue.origin === 'number') return `paling besar ${issue.maximum}`;
  if (issue.code === 'too_big' && issue.origin === 'string') return `paling panjang ${issue.maximum} huruf`;
  if (issue.code === 'invalid_format' && issue.format === 'regex')
    return `bentuknya salah: ${String(issue.input)}`;
  return fallback(issue);
};

function problemsOf(file: string, parsed: Parsed, schema: z.ZodType, issue: z.core.$ZodIssue): Problem[] {
  const problem = (path: PropertyKey[], message: string, remedy: string): Problem => {
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
  if (issue.code === 'unrecognized_keys') {
    const fields = fieldAt(schema, issue.path).fields;
    return issue.keys.map((key) => {
      const meant = nearest(key, fields);
      const remedy = meant
        ? `mungkin maksudnya "${meant}"`
        : `hapus isian ini; yang dikenal: ${fields.join(', ')}`;
      return problem([...issue.path, key], `isian "${key}" tidak dikenal`, remedy);
    });
  }
  const { description } = fieldAt(schema, issue.path);
  const value = valueAt(parsed.data, issue.path);
  if (value === undefined && issue.code !== 'custom') {
    const name = String(issue.path.at(-1) ?? 'data');
    return [
      problem(issue.path, `"${name}" belum diisi`, `tambahkan ${name}: ${description ?? issue.message}`),
    ];
  }
  if (issue.code === 'invalid_type' && issue.expected === 'string' && isQuotable(value))
    return [problem(issue.path, issue.message, `beri tanda kutip: "${String(value)}"`)];
  return [problem(issue.path, issue.message, `perbaiki isinya: ${description ?? issue.message}`)];
}

function isQuotable(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    data,
  );
}

/** What a schema says of the field at a path: its sentence, and the names of the fields inside it. */
function fieldAt(
  schema: z.ZodType,
  path: readonly PropertyKey[],
): { description?: string; fields: string[] } {
  let current: z.core.$ZodType = schema;
  let description: string | undefined;
  const unwrap = () => {
    for (;;) {
      description ??= (current as z.ZodType).description;
      const definition = (current as z.ZodType).def as { innerType?: z.core.$ZodType; in?: z.core.$ZodType };
      const inner = definition.innerType ?? definition.in;
      if (!inner) return;
      current = inner;
    }
  };
  unwrap();
  for (const step of path) {
    const inside: z.core.$ZodType | undefined =
      current instanceof z.ZodObject
        ? current.shape[String(step)]
        : current instanceof z.ZodArray
          ? current.element
          : undefined;
    if (!inside) break;
    current = inside;
    // What a list is for says more than nothing about its members.
    if (!(typeof step === 'number')) description = undefined;
    const outer = description;
    description = undefined;
    unwrap();
    description ??= outer;
  }
  const fields = current instanceof z.ZodObject ? Object.keys(current.shape) : [];
  return { ...(description !== undefined && { description }), fields };
}
