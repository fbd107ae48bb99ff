import { createInterface } from 'node:readline/promises';

/** What a command-line tool needs to tell a person at a terminal. */

const isTerminal = Boolean(process.stderr.isTTY);

/** Seconds since `start` (from `performance.now()`), as `3,4 s` would be said in English: `3.4 s`. */
export function secondsSince(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/** Shows how far a long work has come, as a bar on one line that overwrites itself; silent where nobody watches. */
export function progress(label: string): (done: number, total: number) => void {
  let shown = -1;
  return (done, total) => {
    if (!isTerminal || total === 0) return;
    const percent = Math.floor((done / total) * 100);
    if (percent === shown) return;
    shown = percent;
    const bar = '█'.repeat(Math.floor(percent / 5)).padEnd(20, '░');
    process.stderr.write(`\r  ${label} ${bar} ${percent} %${done >= total ? '\r\x1b[K' : ''}`);
  };
}

/** Runs one phase of a longer work, prints its name and how long it took, and returns its result. */
export async function phase<T>(name: string, work: () => Promise<T> | T): Promise<T> {
  const start = performance.now();
  if (isTerminal) process.stderr.write(`  ${name} …`);
  const result = await work();
  process.stderr.write(`${isTerminal ? '\r\x1b[K' : ''}  ${name.padEnd(34)} ${secondsSince(start)}\n`);
  return result;
}

/** Asks a person at the terminal; only what begins with a y agrees. */
export async function agreed(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y/i.test(await terminal.question(question));
  } finally {
    terminal.close();
  }
}

/** An expected failure of a tool: its message is for the person, no stack is shown. */
export class ToolError extends Error {}

/** Runs a tool's main function; an expected failure ends it with one message and exit code 1. */
export async function runTool(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}
