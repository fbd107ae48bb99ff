import { runBin, runNode } from './build-mall/run.ts';
import { phase, runTool, ToolError } from './terminal.ts';

/** `npm run check`: formatting, lint, import directions, types, content. All of it, then one verdict. */
await runTool(async () => {
  const failures: string[] = [];
  const step = (name: string, work: () => Promise<unknown>) =>
    phase(name, work).catch((error) => failures.push(`${name}\n${error.message}`));
  await step('format and lint', () => runBin('biome', ['check', '--error-on-warnings', '.']));
  await step('format of pages', () =>
    runBin('prettier', ['--check', '--log-level', 'warn', 'src/**/*.{astro,css}']),
  );
  await step('imports', () => runNode('tools/check-imports.ts', []));
  await step('types of pages', () => runBin('astro', ['check', '--minimumFailingSeverity', 'warning']));
  await step('types', () => runBin('tsc', ['--noEmit', '-p', '.']));
  await step('content', () => runNode('tools/check-content.ts', []));
  if (failures.length) throw new ToolError(failures.join('\n\n'));
});
