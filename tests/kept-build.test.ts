import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  globSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

// A build takes what it can from the one before; what comes out must be what a build from nothing gives.

const mall = mkdtempSync(join(tmpdir(), 'mal-ukm-kept-'));
const content = join(mall, 'content');
const dist = join(mall, 'dist');

/** Builds the copy of the mall and gives the hash of each file, and how many pages were rendered. */
async function build(
  environment: Record<string, string> = {},
): Promise<{ files: Map<string, string>; rendered: number; bundled: boolean }> {
  const before = new Set(kept('code-'));
  const output = await new Promise<string>((built, failed) => {
    const child = spawn(process.execPath, ['tools/build-mall.ts'], {
      cwd: mall,
      env: { ...process.env, MALL_CONTENT: content, MALL_DIST: dist, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        text += chunk;
      });
    child.on('close', (code) => (code === 0 ? built(text) : failed(new Error(`the build failed:\n${text}`))));
  });
  const rendered = Number(/(\d+) of \d+ pages rendered/.exec(output)?.[1]);
  const files = globSync('**/*', { cwd: dist }).filter((file) => statSync(join(dist, file)).isFile());
  return {
    files: new Map(files.sort().map((file) => [file, sha(readFileSync(join(dist, file)))])),
    rendered,
    bundled: kept('code-').some((name) => !before.has(name)),
  };
}

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const kept = (beginning: string) => {
  try {
    return readdirSync(join(mall, '.cache')).filter((name) => name.startsWith(beginning));
  } catch {
    return [];
  }
};

/** Forgets what is kept; bundled code only where code has changed, since bundling takes seconds. */
function forget({ code }: { code: boolean }): void {
  for (const name of kept(''))
    if (code || name === 'kept') rmSync(join(mall, '.cache', name), { recursive: true });
}

function edit(file: string, change: (text: string) => string): void {
  const path = join(mall, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${file} has not changed`);
  writeFileSync(path, after);
}

beforeAll(async () => {
  for (const path of [
    'src',
    'functions',
    'public',
    'tools',
    'astro.config.mjs',
    'wrangler.toml',
    'tsconfig.json',
    'package.json',
    'package-lock.json',
  ])
    cpSync(path, join(mall, path), { recursive: true });
  cpSync('tests/fixture-content', content, { recursive: true });
  symlinkSync(resolve('node_modules'), join(mall, 'node_modules'));
  await build();
});
afterAll(() => rmSync(mall, { recursive: true, force: true }));

const product = 'content/products/tenun-troso/kain-ikat.md';

const CHANGES: { what: string; change: () => void; code?: true }[] = [
  { what: 'a price', change: () => edit(product, (text) => text.replace('price: 120000', 'price: 125000')) },
  {
    what: 'a title',
    change: () => edit(product, (text) => text.replace(/^title: .*/m, 'title: Kain Ikat Troso Merah')),
  },
  {
    what: 'a new product',
    change: () => {
      cpSync(join(mall, product), join(mall, product.replace('.md', '-baru.md')));
      edit(product.replace('.md', '-baru.md'), (text) =>
        text.replace(/^title: .*/m, 'title: Kain Ikat Baru').replace(/^aliases: .*\n/m, ''),
      );
    },
  },
  { what: 'a product that leaves', change: () => rmSync(join(mall, product.replace('.md', '-baru.md'))) },
  {
    what: "a seller's name",
    change: () =>
      edit('content/sellers/tenun-troso.json', (text) =>
        text.replace(/"name": "[^"]*"/, '"name": "Tenun Baru"'),
      ),
  },
  {
    what: "a category's name",
    change: () =>
      edit('content/categories.json', (text) => text.replace(/"name": "[^"]*"/, '"name": "Nama Baru"')),
  },
  {
    what: 'a photo',
    change: () =>
      edit('content/products/tenun-troso/kain-ikat.svg', (text) =>
        text.replace('</svg>', '<circle r="9"/></svg>'),
      ),
  },
  {
    what: 'a tariff',
    change: () => {
      const [file] = globSync('content/shipping/*.json', { cwd: mall }).sort();
      edit(file!, (text) =>
        text.replace(/"per_step": (\d+)/g, (_, fee) => `"per_step": ${Number(fee) + 500}`),
      );
    },
  },
  {
    what: 'a text of the mall',
    change: () => edit('content/pages/tentang.md', (text) => `${text}\n\nSatu kalimat lagi.\n`),
  },
  {
    what: 'a word list of the search',
    change: () => {
      cpSync(resolve('content/search'), join(content, 'search'), { recursive: true });
    },
  },
  {
    what: 'a component',
    code: true,
    change: () =>
      edit('src/components/products/Price.astro', (text) =>
        text.replace('<p class', '<p data-changed class'),
      ),
  },
  {
    what: 'the stylesheet',
    code: true,
    change: () => edit('src/styles/product.css', (text) => `${text}\n.changed { color: red; }\n`),
  },
];

test.for(CHANGES)(
  'after $what has changed, a build gives what a build from nothing gives',
  async ({ change, code }) => {
    change();
    const next = await build();
    forget({ code: Boolean(code) });
    const cold = await build();

    expect(next.bundled).toBe(Boolean(code));
    expect([...next.files].filter(([file, hash]) => cold.files.get(file) !== hash)).toEqual([]);
    expect([...cold.files.keys()]).toEqual([...next.files.keys()]);
    if (!code) expect(next.rendered).toBeLessThan(cold.rendered);
  },
);

test('a build after which nothing has changed renders only the pages that have no key', async () => {
  const { files, rendered } = await build();
  const again = await build();
  expect(again.files).toEqual(files);
  expect(again.rendered).toBeLessThan(20);
  expect(rendered).toBe(again.rendered);
});

test('pages that no build uses any more are forgotten', async () => {
  const count = () => globSync('.cache/kept/*/pages/*', { cwd: mall }).length;
  const before = count();
  const away = join(mall, 'away.md');
  renameSync(join(mall, product), away);
  await build();
  renameSync(away, join(mall, product));
  await build();
  expect(count()).toBe(before);
});

test('Astro alone, without the kept renderer, gives the same bytes', async () => {
  const { files } = await build();
  expect((await build({ MALL_PLAIN_ASTRO: '1' })).files).toEqual(files);
});
