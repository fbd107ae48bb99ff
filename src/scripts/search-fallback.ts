// The search on the device, loaded only while the Worker's cannot answer. Pagefind finds, and the words that
// stand for others (kerudung, jilbab, hijab) are made one as they were when its index was built.

interface PagefindModule {
  search(query: string): Promise<{ results: { id: string }[] }>;
}

/** Address, title and price text of each product, by Pagefind's number for it. */
type Items = Record<string, [url: string, title: string, price: string, seller: string]>;
interface Guide {
  /** Token of each listed word; expressions with spaces. */
  tokens: Record<string, string>;
  ignored: string[];
  /** In how many files the items lie. */
  files: number;
}

/** Each may lie in a file of its own. */
const SHOWN = 12;
const FOLDER = '/pagefind/';

const box = document.querySelector<HTMLElement>('[data-search-fallback]');
if (box) void run(box);

async function run(box: HTMLElement): Promise<void> {
  const status = box.querySelector<HTMLElement>('[data-status]')!;
  const list = box.querySelector<HTMLElement>('[data-results]')!;
  box.querySelector<HTMLElement>('[data-needs-script]')!.hidden = false;
  const query = box.dataset.query || new URLSearchParams(location.search).get('q') || '';
  if (!query.trim()) return;
  status.textContent = status.dataset.searching ?? '';
  try {
    const address = `${FOLDER}pagefind.js`;
    const [pagefind, guide] = await Promise.all([
      import(/* @vite-ignore */ address) as Promise<PagefindModule>,
      json<Guide>('guide.json'),
    ]);
    const { results } = await pagefind.search(tokensOf(query, guide).join(' '));
    const first = results.slice(0, SHOWN);
    const files = [...new Set(first.map(({ id }) => fileOf(id, guide.files)))];
    const items: Items = Object.assign(
      {},
      ...(await Promise.all(files.map((file) => json<Items>(`items-${file}.json`)))),
    );
    list.replaceChildren(...first.flatMap(({ id }) => (items[id] ? [line(items[id])] : [])));
    status.textContent = results.length
      ? (box.dataset.found ?? '').replace('0', String(results.length))
      : (box.dataset.nothing ?? '');
  } catch {
    status.textContent = box.dataset.failed ?? '';
  }
}

async function json<T>(name: string): Promise<T> {
  const response = await fetch(FOLDER + name);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.json() as Promise<T>;
}

/** The query's words as the index has them, the longest listed expressions first. */
function tokensOf(query: string, { tokens, ignored }: Guide): string[] {
  const words =
    query
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, 32) ?? [];
  const found: string[] = [];
  for (let start = 0; start < words.length; ) {
    let length = Math.min(4, words.length - start);
    while (length > 1 && !tokens[words.slice(start, start + length).join(' ')]) length--;
    const text = words.slice(start, start + length).join(' ');
    found.push(tokens[text] ?? text);
    start += length;
  }
  const telling = found.filter((word) => !ignored.includes(word));
  return telling.length ? telling : found;
}

/** The file that holds an item: its number's last hexadecimal digits, spread over the files. */
function fileOf(id: string, files: number): number {
  return Number.parseInt(id.slice(-4), 16) % files;
}

function line([url, title, price, seller]: Items[string]): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = title;
  const note = document.createElement('span');
  note.className = 'soft small';
  note.textContent = ` ${price} · ${seller}`;
  item.appendChild(link);
  item.appendChild(note);
  return item;
}

export {};
