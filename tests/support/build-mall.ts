import { spawn } from 'node:child_process';

/**
 * Builds a content folder into a `dist` of its own, as `npm run build` does; a failed build fails the test.
 * @param environment variables besides the test's own
 */
export function buildMall(
  content: string,
  dist: string,
  environment: Record<string, string> = {},
): Promise<void> {
  return new Promise((built, failed) => {
    const child = spawn(process.execPath, ['tools/build-mall.ts'], {
      env: { ...process.env, MALL_CONTENT: content, MALL_DIST: dist, ...environment },
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
