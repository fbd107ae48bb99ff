import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';

/**
 * Answers the browser's folder picker, which no test can press, with a folder of the origin's private file
 * system: the same interface (File System Access), kept by the browser. Call it before the page is opened.
 */
export async function answerFolderPicker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('repo', { create: true }),
    });
  });
}

/** Lays a folder of the disk into the browser's, under a path, as a clone of a Git repository. */
export async function layRepository(page: Page, folder: string, under: string): Promise<void> {
  const files = globSync('**/*', { cwd: folder })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => [`${under}/${file}`, readFileSync(join(folder, file), 'base64')] as const);
  await page.evaluate(
    async (all) => {
      const root = await navigator.storage.getDirectory();
      for (const [path, base64] of all) {
        const steps = ['repo', ...path.split('/')];
        const name = steps.pop()!;
        let place = root;
        for (const step of steps) place = await place.getDirectoryHandle(step, { create: true });
        const file = await (await place.getFileHandle(name, { create: true })).createWritable();
        await file.write(Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)));
        await file.close();
      }
    },
    [...files, ['.git/HEAD', Buffer.from('ref: refs/heads/main\n').toString('base64')] as const],
  );
}

/** Writes what lies under a path of the browser's folder back to the disk. */
export async function takeRepository(page: Page, under: string, folder: string): Promise<void> {
  const files = await page.evaluate(async (below) => {
    const found: [string, string][] = [];
    const walk = async (place: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const handle of place.values()) {
        if (handle.kind === 'directory') await walk(handle, `${path}${handle.name}/`);
        else {
          const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
          found.push([
            `${path}${handle.name}`,
            btoa(Array.from(bytes, (n) => String.fromCharCode(n)).join('')),
          ]);
        }
      }
    };
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('repo');
    await walk(await root.getDirectoryHandle(below), '');
    return found;
  }, under);
  for (const [file, base64] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), Buffer.from(base64, 'base64'));
  }
}
