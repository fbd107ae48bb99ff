import { readFileSync } from 'node:fs';
import { parseArgs, parseEnv } from 'node:util';
import { examine } from './doctor/examine.ts';
import { gather } from './doctor/facts.ts';
import { pathArgument } from './path-argument.ts';
import { runTool, ToolError } from './terminal.ts';

const USAGE = `npm run doctor -- [--secrets <file>]

  --secrets  NAME=value lines that a first deployment takes along; otherwise this process's variables`;

/** `npm run doctor`: what is missing before a first deployment. Changes nothing; fails where something is missing. */
export async function doctor(): Promise<void> {
  const findings = await examine(await gather(environment()));
  for (const level of ['missing', 'look'] as const) {
    const some = findings.filter((finding) => finding.level === level);
    if (some.length) process.stdout.write(level === 'missing' ? 'Missing:\n' : '\nTo be looked at:\n');
    for (const { what, remedy } of some) process.stdout.write(`  ${what}\n    → ${remedy}\n`);
  }
  const missing = findings.filter(({ level }) => level === 'missing').length;
  if (missing) throw new ToolError(`${missing} missing: the mall can't open like this.`);
  process.stdout.write('Nothing is missing.\n');
}

function environment(): Record<string, string | undefined> {
  try {
    const { secrets } = parseArgs({ options: { secrets: { type: 'string' } } }).values;
    return { ...process.env, ...(secrets && parseEnv(readFileSync(pathArgument(secrets), 'utf8'))) };
  } catch (error) {
    throw new ToolError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

if (import.meta.main) await runTool(doctor);
