import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Content, contentFolder, readContent } from '../src/catalog/reading/content-folder.ts';
import { folders } from './mall-folders.ts';
import { pathArgument } from './path-argument.ts';
import { budgetTable } from './pull-request/budget-changes.ts';
import { changesBetween, commentOf } from './pull-request/catalogue-changes.ts';
import { measureBuild } from './pull-request/measure-build.ts';
import { runTool, ToolError } from './terminal.ts';

const USAGE = `node tools/pull-request.ts [<commit> | --content-before <folder>] [--dist-before <folder>]

  A comment in Markdown: what the content in MALL_CONTENT changes against a commit of this repository, or against
  another folder (products, prices, where money goes), and what the build in MALL_DIST weighs beside the one in
  <folder>.`;

/** Reads the content as it was at a commit. */
async function contentAt(commit: string, folder: string): Promise<Content> {
  const there = mkdtempSync(join(tmpdir(), 'mal-ukm-before-'));
  try {
    const archive = execFileSync('git', ['archive', commit, '--', folder], { maxBuffer: 2 ** 31 });
    execFileSync('tar', ['-x', '-C', there], { input: archive });
    return (await readContent(join(there, folder))).content;
  } catch (error) {
    throw new ToolError(`${commit} can't be read: ${(error as Error).message}`);
  } finally {
    rmSync(there, { recursive: true, force: true });
  }
}

/** What a built folder weighs; `undefined` where nothing was built. */
const measured = (dist: string) => (existsSync(join(dist, 'client')) ? measureBuild(dist) : undefined);

async function main(): Promise<void> {
  const { commit, contentBefore, distBefore } = readArguments();
  const folder = contentFolder();
  const before = commit
    ? await contentAt(commit, relative(resolve(), folder))
    : contentBefore && (await readContent(contentBefore)).content;
  if (before) {
    const after = (await readContent(folder)).content;
    process.stdout.write(commentOf(changesBetween(before, after), after.products.size));
  }
  const now = await measured(folders.dist);
  if (now) process.stdout.write(`\n${budgetTable(distBefore ? await measured(distBefore) : undefined, now)}`);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { 'dist-before': { type: 'string' }, 'content-before': { type: 'string' } },
    });
    const [commit, ...rest] = positionals;
    const [contentBefore, distBefore] = [values['content-before'], values['dist-before']];
    if (rest.length || (commit && contentBefore)) throw new ToolError('one state before is enough');
    if (!commit && !contentBefore && !distBefore) throw new ToolError('there is nothing to compare with');
    return {
      commit,
      contentBefore: contentBefore && pathArgument(contentBefore),
      distBefore: distBefore && pathArgument(distBefore),
    };
  } catch (error) {
    throw new ToolError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

if (import.meta.main) await runTool(main);
