import { spawn } from 'node:child_process';

/** Builds a content folder into a `dist` of its own, as `npm run build` does; a failed build fails the test. */
export function buildMall(content: string, dist: string): Promise<void> {
  return new Promise((built, failed) => {
    const child = spawn(process.execPath, ['tools/build.ts'], {
      env: { ...process.env, MALL_CONTENT: content, MALL_DIST: dist },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk;
      });
    child.on('close', (code) => (code === 0 ? built() : failed(new Error(`the build failed:\n${output}`))));
  });
}
