import fc from 'fast-check';

/** Who asks. */
export const ROLES = ['nobody', 'buyer', 'seller', 'operator'] as const;
export type Role = (typeof ROLES)[number];

/** One request that a fuzzer makes. */
export interface FuzzedRequest {
  method: string;
  /** With its query, as it goes over the wire. */
  path: string;
  role: Role;
  type?: string;
  body?: string;
}

/** What stands in an address for `:token`, `:code` and the others, besides what is odd. */
export type Known = Readonly<Record<string, readonly string[]>>;

/** Texts that broke something once, here or elsewhere. */
const ODD = [
  '',
  ' ',
  '\0',
  '\n',
  '\r\nX-Odd: 1',
  '.',
  '..',
  '%',
  '%00',
  '%zz',
  '/',
  '#',
  '?',
  '|',
  'constructor',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__proto__',
  'prototype',
  'null',
  'undefined',
  'NaN',
  '-1',
  '0',
  '1e309',
  '99999999999999999999',
  '0x10',
  '1.5',
  '9999-12-31T23:59:59Z',
  '0000-00-00',
  '2026-02-30',
  "' OR 1=1 --",
  '"><svg onload=x>',
  '../../etc/passwd',
  '😀',
  '\u202e',
  'ｆｕｌｌ',
  'x'.repeat(300),
  'x'.repeat(5_000),
];

/** Fields of the mall's forms and bodies with values that it takes, so that a request gets beyond the first check. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  action: [
    'place',
    'price',
    'regions',
    'add',
    'sold_out',
    'lift',
    'end',
    'answer',
    'owed',
    'refunded',
    'approve',
  ],
  address: ['Jalan Pemuda 1'],
  amount: ['10.000', '185000'],
  answer: ['Maaf, kami ganti.'],
  bank: ['Bank Contoh'],
  holder: ['Rina'],
  number: ['1234567890'],
  category: ['kemeja'],
  city: ['Singapore'],
  close: ['yes'],
  consent: ['yes'],
  country: ['ID', 'SG'],
  courier: ['JNE'],
  decision: ['Dikembalikan'],
  destination: ['33.74', 'SG'],
  district: ['33.74.01'],
  e: ['x'],
  edition: ['uvo-2'],
  email: ['rina@contoh.test'],
  id: ['booth-sale-1', '1'],
  idempotency_key: ['abcdefghijklmnop1234'],
  inquiry: ['T-ABCD-EFGH'],
  kabar: ['sent', 'paid', 'stok'],
  kind: ['payment', 'complaint', 'pause'],
  l: ['en'],
  lanjut: ['/lapak'],
  line: ['batik-sekar/kemeja-parang/m|1|185000'],
  masalah: ['conflict', 'invalid'],
  message: ['Masih ada?'],
  method: ['transfer', 'qris'],
  name: ['Rina'],
  next: ['checkout'],
  note: ['Segera'],
  occurred_at: ['2026-11-01T10:00'],
  on_hand: ['5'],
  p: ['2'],
  page: ['1'],
  pada: ['2020-11-20T13:00'],
  diketahui: ['2026-11-20T13:00'],
  as_of: ['2020-11-20T13:00:00+07:00'],
  known_at: ['2026-11-20T13:00:00+07:00'],
  payment: ['transfer', 'cod', 'qris'],
  phone: ['0812 3456 7890'],
  postal_code: ['50132'],
  'price-0': ['150.000'],
  product: ['kemeja-parang'],
  q: ['kemeja parang'],
  qty: ['1'],
  'qty-0': ['2'],
  quantity: ['60'],
  quote: ['1'],
  reason: ['damaged', 'other', 'Salah kirim'],
  recipient_name: ['Sri'],
  recipient_phone: ['081234567890'],
  reference: ['TRF 42'],
  region: ['33.74', '62.71'],
  resume: ['seller:tenun-troso'],
  sebelum: ['2026-11-24T05:00:00.000Z|ABCD-EFGH-1', '5'],
  seller: ['batik-sekar', 'lurik-pedan'],
  shipping: ['20000'],
  shown_for: ['ID 33.74'],
  shown_total: ['195000'],
  sku: ['batik-sekar/kemeja-parang/m', 'batik-sekar/kemeja-parang'],
  'sku-0': ['batik-sekar/kemeja-parang/m'],
  sort: ['cheapest'],
  subject: ['tenun-troso/kain-ikat'],
  sure: ['yes'],
  tabel: ['seller', 'day'],
  tampil: ['active', 'done'],
  text: ['Sobek di lengan'],
  to: ['paid', 'processing', 'shipped', 'refunded', 'cancelled'],
  tracking: ['CGK0012345'],
  ukm: ['batik-sekar'],
  until: ['2026-12-31'],
  valid_until: ['2026-12-10'],
  village: ['Sekayu'],
  wanted_by: ['2026-12-20'],
  website: ['http://x.test'],
};

/** What pages read out of their address. */
const ASKED = [
  'as_of',
  'bagian',
  'category',
  'diketahui',
  'dihitung',
  'e',
  'edition',
  'kabar',
  'known_at',
  'l',
  'lanjut',
  'masalah',
  'page',
  'pada',
  'q',
  'sebelum',
  'sku',
  'sort',
  'tabel',
  'tampil',
  'toko',
  'ukm',
] as const;

/** Bodies that calls take, to be mutated. */
const BODIES: readonly unknown[] = [
  {},
  {
    lines: [{ sku: 'batik-sekar/kemeja-parang/m', qty: 1, price: 185_000 }],
    buyer: { name: 'Sri', phone: '0812 3456 7890', email: 'sri@contoh.test' },
    ship_to: { country: 'ID', region: '33.74', address: 'Jalan Pemuda 1', postal_code: '50132' },
    shipping: { 'batik-sekar': 'regular' },
    payment: 'transfer',
    consent: true,
    note: '',
    notes: { 'batik-sekar': 'Segera' },
  },
  {
    seller: 'batik-sekar',
    sku: 'batik-sekar/kemeja-parang',
    buyer: { name: 'Rina', email: 'rina@contoh.test', phone: '0812 3456 7890' },
    quantity: 60,
    wanted_by: '2026-12-20',
    message: 'Masih ada?',
    human_check: 'x',
    consent: true,
  },
  {
    lines: [{ sku: 'batik-sekar/kemeja-parang/m', qty: 2, price: 150_000, title: 'Kemeja' }],
    shipping: 20_000,
    destination: '33.74',
    valid_until: '2026-12-10',
    note: '',
    quote: 1,
  },
  { to: 'shipped', courier: 'JNE', tracking: 'CGK0012345', amount: 10_000, reason: 'Salah kirim' },
  {
    id: 'booth-sale-2',
    sku: 'batik-sekar/kemeja-parang/l',
    qty: 1,
    amount: 195_000,
    occurred_at: '2026-11-01T10:00:00+07:00',
    destination: '33.74',
  },
  { sku: 'batik-sekar/kemeja-parang/m', on_hand: 5, add: 1 },
  { subject: 'tenun-troso/kain-ikat', reason: 'Aduan', kind: 'pause', resume: 'seller:tenun-troso' },
  {
    reason: 'damaged',
    text: 'Sobek',
    bank: 'Bank Contoh',
    number: '1234567890',
    holder: 'Rina',
    method: 'qris',
  },
  { decision: 'Dikembalikan', close: true, answer: 'Maaf', message: 'Halo', path: '/' },
  {
    order_id: 'X-1',
    status_code: '200',
    gross_amount: '195000.00',
    signature_key: 'x',
    transaction_status: 'settlement',
  },
];

const ODD_JSON: readonly unknown[] = [
  ...ODD,
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  [],
  {},
  [[]],
  { toString: 1 },
  { valueOf: null, length: -1 },
  ['a', 'b'],
];

const odd = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ODD) },
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

/** A body of which some places have become something else, are gone, or stand twice. */
const json = fc
  .record({
    base: fc.constantFrom(...BODIES),
    changes: fc.array(
      fc.record({
        at: fc.nat(40),
        what: fc.constantFrom('replace', 'remove', 'add', 'repeat'),
        value: fc.constantFrom(...ODD_JSON),
      }),
      { maxLength: 3 },
    ),
    whole: fc.oneof({ weight: 19, arbitrary: fc.constant(undefined) }, fc.constantFrom(...ODD_JSON)),
  })
  .map(({ base, changes, whole }) => {
    if (whole !== undefined) return JSON.stringify(whole);
    const body = structuredClone(base);
    for (const change of changes) mutate(body, change);
    return JSON.stringify(body);
  });

type Place = [holder: Record<string, unknown> | unknown[], key: string];

function placesOf(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown> | unknown[];
  return Object.entries(holder).flatMap(([key, inner]): Place[] => [[holder, key], ...placesOf(inner)]);
}

function mutate(body: unknown, { at, what, value }: { at: number; what: string; value: unknown }): void {
  const places = placesOf(body);
  const place = places[at % Math.max(1, places.length)];
  if (!place) return;
  const [holder, key] = place;
  const put = (name: string, content: unknown) =>
    Object.defineProperty(holder, name, {
      value: content,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  if (what === 'replace') put(key, value);
  else if (what === 'remove') Reflect.deleteProperty(holder, key);
  else if (Array.isArray(holder)) holder.push(what === 'repeat' ? holder[Number(key)] : value);
  else put(what === 'repeat' ? `${key}_again` : '__proto__', value);
}

const fields = fc
  .array(
    fc.record({
      name: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...Object.keys(FIELDS)) }, odd),
      value: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, odd),
      pick: fc.nat(10),
    }),
    { maxLength: 14 },
  )
  .map((entries) =>
    entries.map(({ name, value, pick }): [string, string] => {
      const known = Object.hasOwn(FIELDS, name) ? FIELDS[name]! : [''];
      return [name, value ?? known[pick % known.length]!];
    }),
  );

/** What a page is told by its address; what became of a form names the part that it was about. */
const told = fc.array(fc.tuple(fc.constantFrom(...ASKED), odd), { minLength: 1, maxLength: 4 });

const query = (entries: [string, string][]) => new URLSearchParams(entries).toString();

function multipart(entries: [string, string][], boundary = 'fuzzed'): string {
  return entries
    .map(([name, value]) => {
      const file = name === 'photo' ? '; filename="foto.jpg"\r\nContent-Type: image/jpeg' : '';
      return `--${boundary}\r\nContent-Disposition: form-data; name="${name.replace(/["\r\n]/g, '')}"${file}\r\n\r\n${value}\r\n`;
    })
    .concat(`--${boundary}--\r\n`)
    .join('');
}

/**
 * Requests over every route: its parameters, query and body are what the mall knows, mutated, or something odd.
 * @param routes as Hono lists them
 * @param known values of the routes' parameters by their names
 */
export function fuzzedRequests(
  routes: readonly { method: string; path: string }[],
  known: Known,
): fc.Arbitrary<FuzzedRequest> {
  return fc
    .record({
      route: fc.constantFrom(...routes),
      segments: fc.array(
        fc.record({ odd: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, odd), pick: fc.nat(50) }),
        {
          minLength: 4,
          maxLength: 4,
        },
      ),
      query: fc.oneof(
        { weight: 2, arbitrary: fc.constant<[string, string][]>([]) },
        { weight: 3, arbitrary: told.map((entries): [string, string][] => entries) },
        fields,
      ),
      part: fc.nat(50),
      role: fc.constantFrom(...ROLES),
      kind: fc.constantFrom('fit', 'fit', 'fit', 'json', 'form', 'multipart', 'text', 'none'),
      json,
      fields,
      broken: fc.constantFrom('', '', '', '', '{', '\uFEFF'),
    })
    .map(({ route, segments, query: asked, part, role, kind, json: body, fields: form, broken }) => {
      let index = 0;
      const code = known.code?.[part % known.code.length];
      const about = code && asked.some(([name]) => name === 'kabar' || name === 'masalah') && part % 4;
      if (about) asked = [...asked.filter(([name]) => name !== 'bagian'), ['bagian', code]];
      const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
        const segment = segments[index++ % segments.length]!;
        const values = known[name] ?? ['x'];
        return encodeURIComponent((segment.odd ?? values[segment.pick % values.length]!).toWellFormed());
      });
      const request: FuzzedRequest = {
        method: route.method,
        path: asked.length ? `${path}?${query(asked)}` : path,
        role,
      };
      if (route.method === 'GET' || kind === 'none') return request;
      const fit = kind === 'fit' ? (route.path.startsWith('/api/') ? 'json' : 'form') : kind;
      if (fit === 'json') return { ...request, type: 'application/json', body: body + broken };
      if (fit === 'form')
        return { ...request, type: 'application/x-www-form-urlencoded', body: query(form) + broken };
      if (fit === 'multipart')
        return { ...request, type: 'multipart/form-data; boundary=fuzzed', body: multipart(form) };
      return { ...request, type: 'text/plain', body };
    });
}
