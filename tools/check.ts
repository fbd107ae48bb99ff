import { phase, runTool, ToolError } from './terminal.ts';
import { runBin } from './build/run.ts';

/** `npm run check`: formatting, lint with the import directions, types, content. All of it, then one verdict. */
await runTool(async () => {
  const failures: string[] = [];
  const step = (name: string, bin: string, args: string[]) =>
    phase(name, () => runBin(bin, args)).catch((error) => failures.push(`${name}\n${error.message}`));
  await step('format and lint', 'biome', ['check', '--error-on-warnings', '.']);
  await step('format of pages', 'prettier', ['--check', '--log-level', 'warn', 'src/**/*.astro']);
  await step('types of pages', 'astro', ['check', '--minimumFailingSeverity', 'warning']);
  await step('types', 'tsc', ['--noEmit', '-p', '.']);
  await phase('content', () => checkContent()).catch((error) => failures.push(`content\n${error.message}`));
  if (failures.length) throw new ToolError(failures.join('\n\n'));
});
