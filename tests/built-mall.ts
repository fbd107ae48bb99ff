import { spawnSync } from 'node:child_process';

/** The whole-mall tests look at what is built, so it is built first, once, unless nothing has changed. */
export default function buildMall(): void {
  const code =
    "import('./tools/build-mall.ts').then(async ({ build, isBuilt }) => { if (!isBuilt()) await build(); })";
  const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the mall could not be built; see the lines above');
}
