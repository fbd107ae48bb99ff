import type { z } from 'zod';

/** A field of the form as Sveltia CMS reads it: https://sveltiacms.app/en/docs/fields */
export interface FormField {
  name: string;
  label: string;
  hint?: string;
  widget: string;
  required: boolean;
  fields?: FormField[];
  field?: FormField;
  [option: string]: unknown;
}

/** What a schema can't tell of a field, by its path: `category`, `variants.photo`. */
export type Chosen = Readonly<Record<string, Record<string, unknown>>>;

type Schema = z.core.$ZodType & z.ZodType;
interface Definition {
  type: string;
  innerType?: Schema;
  in?: Schema;
  element?: Schema;
  items?: Schema[];
  shape?: Record<string, Schema>;
  entries?: Record<string, string>;
  format?: string;
  checks?: { _zod: { def: Check } }[];
}
interface Check {
  check: string;
  format?: string;
  pattern?: RegExp;
  value?: number;
  inclusive?: boolean;
  minimum?: number;
  maximum?: number;
  error?: (issue: object) => string | { message: string };
}
const checksOf = ({ checks = [] }: Definition) => checks.map(({ _zod }) => _zod.def);
const definitionOf = (schema: z.ZodType) => (schema as Schema).def as unknown as Definition;

/**
 * The fields of a form for what an object schema describes: the same names, order, limits and messages, and
 * for people the label and the sentence of each field.
 */
export function formFields(schema: z.ZodType, chosen: Chosen = {}, above = ''): FormField[] {
  const { shape } = unwrapped(schema).definition;
  return Object.entries(shape ?? {}).map(([name, field]) => formField(name, field, chosen, above));
}

function formField(name: string, schema: Schema, chosen: Chosen, above: string): FormField {
  const { definition, required, label, help } = unwrapped(schema);
  const path = `${above}${name}`;
  return {
    name,
    label: label ?? name,
    ...(help && { hint: help }),
    required,
    // Where the widget is chosen, the options of the one that the type would have mean nothing.
    ...(chosen[path]?.widget ? lengths(definition) : widgetOf(definition, chosen, path)),
    ...chosen[path],
  } as FormField;
}

/** What lies inside optional, default and transforming schemas; the outermost sentence counts. */
function unwrapped(schema: z.ZodType) {
  let current = schema as Schema;
  let required = true;
  let label: string | undefined;
  let help: string | undefined;
  for (;;) {
    const meta = current.meta?.();
    label ??= meta?.title;
    help ??= meta?.description;
    const definition = definitionOf(current);
    if (definition.type === 'optional' || definition.type === 'default') required = false;
    const inner = definition.innerType ?? definition.in;
    if (!inner) return { definition, required, label, help };
    current = inner;
  }
}

function widgetOf(definition: Definition, chosen: Chosen, path: string): Record<string, unknown> {
  const checks = checksOf(definition);
  switch (definition.type) {
    case 'string':
      return stringWidget(definition, checks);
    case 'number':
      return numberWidget(checks);
    case 'boolean':
      return { widget: 'boolean' };
    case 'enum':
      return { widget: 'select', options: Object.values(definition.entries ?? {}) };
    case 'object':
      return { widget: 'object', fields: formFields({ def: definition } as never, chosen, `${path}.`) };
    case 'array':
      return { ...listWidget(definition.element!, chosen, path), ...lengths(definition) };
    case 'tuple':
      return {
        ...listWidget(definition.items![0]!, chosen, path),
        min: definition.items!.length,
        max: definition.items!.length,
      };
    default:
      throw new Error(`${path}: no field of the form for a schema of type ${definition.type}`);
  }
}

/** Text without line breaks; content says so by a pattern of its own, see `line` in src/schemas/fields.ts. */
const ONE_LINE = /^\^\[\^\\r\\n\]\*\$$/;

function stringWidget(definition: Definition, checks: Check[]): Record<string, unknown> {
  if (definition.format === 'email') return { widget: 'string', type: 'email' };
  const max = checks.find(({ check }) => check === 'max_length')?.maximum;
  const patterns = checks.filter(({ pattern }) => pattern);
  const pattern = patterns.find(({ pattern }) => !ONE_LINE.test(pattern!.source));
  // Nothing but an upper limit: a text of several lines.
  const isText = !patterns.length && max !== undefined;
  return {
    widget: isText ? 'text' : 'string',
    use_emoji_autocomplete: false,
    ...(max !== undefined && { maxlength: max }),
    ...(pattern && { pattern: [pattern.pattern!.source, messageOf(pattern)] }),
  };
}

function numberWidget(checks: Check[]): Record<string, unknown> {
  const isInteger = checks.some(({ check }) => check === 'number_format');
  const limit = (kind: string) =>
    checks.filter(({ check, inclusive }) => check === kind && inclusive).map(({ value }) => value!);
  const lowest = limit('greater_than');
  const highest = limit('less_than');
  return {
    widget: 'number',
    value_type: isInteger ? 'int' : 'float',
    ...(lowest.length && { min: Math.max(...lowest) }),
    ...(highest.length && { max: Math.min(...highest) }),
  };
}

function listWidget(element: Schema, chosen: Chosen, path: string): Record<string, unknown> {
  const { definition } = unwrapped(element);
  if (definition.type === 'object')
    return { widget: 'list', fields: formFields(element, chosen, `${path}.`), collapsed: 'auto' };
  // Plain texts are written one beneath the other in a single box.
  if (definition.type === 'string') return { widget: 'list' };
  return { widget: 'list', field: formField('value', element, chosen, `${path}.`) };
}

/** How many items a list may have. */
function lengths(definition: Definition): Record<string, number> {
  if (definition.type !== 'array') return {};
  const checks = checksOf(definition);
  const min = checks.find(({ check }) => check === 'min_length')?.minimum;
  const max = checks.find(({ check }) => check === 'max_length')?.maximum;
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

function messageOf({ error }: Check): string {
  const message = error?.({}) ?? 'bentuknya salah';
  return typeof message === 'string' ? message : message.message;
}
