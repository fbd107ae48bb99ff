import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { ALLOWED, PACKAGES_SHUT, PARTS, type Part, ROOMS } from './rules.ts';

export interface Import {
  from: string;
  to: string;
}

const isSource = (file: string) => !/\.test\.ts$|-testing\.ts$|\.d\.ts$|^functions\/testing\//.test(file);

/** Every source file of the mall, `.astro` among them; tests may import what they test. */
export function sourceFiles(): string[] {
  return globSync(['src/**/*.{ts,astro}', 'functions/**/*.ts']).filter(isSource).sort();
}

/** A file's imports, types and `import()` among them: paths from the project's root, and packages by their names. */
export function importsOf(file: string, text = readFileSync(file, 'utf8')): Import[] {
  const code = file.endsWith('.astro') ? scriptsOf(text) : text;
  return ts
    .preProcessFile(code, true, true)
    .importedFiles.map(({ fileName }) => fileName.replace(/[?#].*$/, ''))
    .map((name) => ({ from: file, to: name.startsWith('.') ? normalize(join(dirname(file), name)) : name }));
}

/** What of an `.astro` file is TypeScript: the front matter and its scripts. */
function scriptsOf(text: string): string {
  const frontMatter = /^\s*---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script);
  return [frontMatter, ...scripts].join('\n;\n');
}

export function partOf(file: string): Part | undefined {
  return (Object.keys(PARTS) as Part[]).find((part) => PARTS[part].test(file));
}

/** The room of a file, where its folder is one. */
export function roomOf(file: string): (typeof ROOMS)[number] | undefined {
  const folder = /^(?:functions|src\/(?:domain|components|i18n))\/([a-z-]+)\//.exec(file)?.[1];
  return ROOMS.find((room) => room === folder);
}

/** What is wrong with an import, or nothing. */
export function importFault({ from, to }: Import): string | undefined {
  const part = partOf(from);
  if (!part) return `${from} stands in no part of the house (tools/check-imports/rules.ts)`;
  if (to.startsWith('tools/') || to.startsWith('tests/')) return `${from} imports ${to}`;
  const target = partOf(to);
  if (!target) return PACKAGES_SHUT[part]?.test(to) ? `${from} (${part}) imports ${to}` : undefined;
  if (target !== part && !ALLOWED[part].includes(target))
    return `${from} (${part}) imports ${to} (${target})`;
  const [room, below] = [roomOf(from), roomOf(to)];
  if (room && below && ROOMS.indexOf(below) > ROOMS.indexOf(room))
    return `${from} (${room}) imports ${to} (${below}), which stands above it`;
  return undefined;
}

/** The circles among files: each group of files that import one another, in a row or around. */
export function circles(imports: readonly Import[]): string[][] {
  const next = Map.groupBy(imports, ({ from }) => from);
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): void => {
    index.set(file, index.size);
    low.set(file, index.get(file)!);
    stack.push(file);
    for (const { to } of next.get(file) ?? []) {
      if (!index.has(to)) visit(to);
      if (stack.includes(to)) low.set(file, Math.min(low.get(file)!, low.get(to)!));
    }
    if (low.get(file) !== index.get(file)) return;
    const group = stack.splice(stack.indexOf(file));
    if (group.length > 1) found.push(group);
  };
  for (const file of next.keys()) if (!index.has(file)) visit(file);
  return found;
}
