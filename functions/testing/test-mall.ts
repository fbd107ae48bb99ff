/// <reference types="@cloudflare/vitest-plugin/types" />
import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { FakeMidtrans } from '../../tests/support/midtrans.ts';
import { d1Addresses } from '../access/d1-addresses.ts';
import { d1Attempts } from '../access/d1-attempts.ts';
import { d1Passkeys } from '../access/d1-passkeys.ts';
import { d1LinkEpochs } from '../access/d1-sessions.ts';
import { hmacSigner } from '../access/hmac-signer.ts';
import { memoryLimiter } from '../access/memory-limiter.ts';
import type { AddressBook } from '../access/ports.ts';
import { turnstileHumanCheck } from '../access/turnstile-human-check.ts';
import { webauthnPasskeys } from '../access/webauthn-passkeys.ts';
import { type AppVariables, createApp } from '../app.ts';
import { d1OrderLife } from '../fulfilment/d1-fulfilment.ts';
import { randomBytes, randomToken, sha256 } from '../http/crypto.ts';
import type { Settings } from '../http/ports.ts';
import { securityHeaders } from '../http/security-headers.ts';
import { d1People } from '../mail/d1-people.ts';
import type { Email, EmailSender, SendResult } from '../mail/ports.ts';
import type { Mall, MallPorts } from '../mall.ts';
import { createMall } from '../mall.ts';
import { d1Approvals } from '../operator/d1-approvals.ts';
import { d1Figures } from '../operator/d1-figures.ts';
import { ooxmlSpreadsheet } from '../operator/ooxml-spreadsheet.ts';
import { d1Orders } from '../ordering/d1-orders.ts';
import { d1GatewayPayments } from '../payment/d1-gateway-payments.ts';
import { midtransPayment } from '../payment/midtrans-payment.ts';
import { r2Proofs } from '../payment/r2-proofs.ts';
import { uqrPictures } from '../payment/uqr-qr-pictures.ts';
import { d1Erasures } from '../privacy/d1-erasures.ts';
import { d1PersonalData } from '../privacy/d1-personal-data.ts';
import { d1ApprovedSets } from '../products/d1-approved-sets.ts';
import { catalogDatabase, d1Catalog } from '../products/d1-catalog.ts';
import { d1ProductPages } from '../products/d1-product-pages.ts';
import { edgePages } from '../products/edge-pages.ts';
import type { CatalogReader } from '../products/ports.ts';
import { r2Photos } from '../products/r2-photos.ts';
import { d1Search } from '../search/d1-search.ts';
import { d1SearchCounts } from '../search/d1-search-counts.ts';
import type { fakeTurnstile } from './fake-turnstile.ts';

type Migrations = Parameters<typeof applyD1Migrations>[1];
/** Bindings of the Worker tests, see vitest.config.ts. */
export interface TestEnv {
  MALL_DB: D1Database;
  CATALOG_A: D1Database;
  CATALOG_B: D1Database;
  COUNTS_DB: D1Database;
  PROOFS: R2Bucket;
  PHOTOS: R2Bucket;
  MIGRATIONS: Migrations;
  COUNTS_MIGRATIONS: Migrations;
  CATALOG: { version: string; statements: string[] };
}
export const bindings = env as unknown as TestEnv;

/** A mail server that takes what it is given but for what `answer` says, or nothing while it is `down`. */
export function fakeMailServer() {
  const server: {
    down: boolean;
    answer?: (email: Email) => SendResult | undefined;
    taken: Email[];
    sender: EmailSender;
  } = {
    down: false,
    taken: [],
    sender: {
      connect: () => ({
        async send(email) {
          if (server.down) return { is: 'broken', error: 'ECONNREFUSED' };
          const answer = server.answer?.(email) ?? { is: 'accepted' };
          if (answer.is === 'accepted') server.taken.push(email);
          return answer;
        },
        close() {},
      }),
    },
  };
  return server;
}

/** Applies the migrations and loads the fixture's catalogue; once for each test file. */
export async function prepareDatabases(): Promise<void> {
  await applyD1Migrations(bindings.MALL_DB, bindings.MIGRATIONS);
  await applyD1Migrations(bindings.COUNTS_DB, bindings.COUNTS_MIGRATIONS);
  const { statements } = bindings.CATALOG;
  for (let start = 0; start < statements.length; start += 20)
    await bindings.CATALOG_A.batch(
      statements.slice(start, start + 20).map((statement) => bindings.CATALOG_A.prepare(statement)),
    );
}

export interface TestMall {
  mall: Mall;
  /** The catalogue as it was deployed, before any approval. */
  deployed: CatalogReader;
  addressBook: AddressBook;
  mails: ReturnType<typeof fakeMailServer>;
  clock: { time: Date };
  request(path: string, init?: RequestInit): Promise<Response>;
  /** Whatever the last requests left to be done after their answers. */
  settle(): Promise<void>;
}

/**
 * The real app on real D1; only the mail server and the clock are the test's.
 * @param around puts something around an adapter: one that fails once, or is slow
 */
export function testMall(
  changes: Partial<Settings> = {},
  midtrans?: FakeMidtrans,
  turnstile?: ReturnType<typeof fakeTurnstile>,
  around: (ports: MallPorts) => MallPorts = (ports) => ports,
): TestMall {
  const settings: Settings = {
    deployed: false,
    limits: true,
    mailFrom: 'Mal UKM <pesanan@mal-ukm.test>',
    origin: 'http://mal.test',
    gateway: midtrans !== undefined,
    sample: true,
    turnstile: turnstile !== undefined,
    operators: ['operator@mal-ukm.test'],
    ...changes,
  };
  const mails = fakeMailServer();
  const clock = { time: new Date('2026-11-24T05:00:00.000Z') };
  const { version } = bindings.CATALOG;
  const database = catalogDatabase([bindings.CATALOG_A, bindings.CATALOG_B], version);
  const pending: Promise<unknown>[] = [];
  const deployed = d1Catalog(database, version);
  const ports: MallPorts = {
    catalog: deployed,
    approvedSets: d1ApprovedSets(bindings.MALL_DB),
    approvals: d1Approvals(bindings.MALL_DB),
    pages: d1ProductPages(database),
    pageCache: edgePages(settings.origin, version),
    photos: r2Photos(bindings.PHOTOS, settings.origin, (work) => pending.push(work)),
    orders: d1Orders(bindings.MALL_DB),
    lives: d1OrderLife(bindings.MALL_DB),
    attempts: d1Attempts(bindings.MALL_DB),
    linkEpochs: d1LinkEpochs(bindings.MALL_DB),
    passkeys: d1Passkeys(bindings.MALL_DB),
    ceremonies: webauthnPasskeys(),
    signer: hmacSigner(bindings.MALL_DB, 'only-for-tests'),
    ...d1People(bindings.MALL_DB),
    personalData: d1PersonalData(bindings.MALL_DB, bindings.PROOFS),
    erasures: d1Erasures(bindings.MALL_DB, bindings.COUNTS_DB),
    email: mails.sender,
    ...(turnstile && {
      human: turnstileHumanCheck({ siteKey: 'test-site', secret: turnstile.secret, fetch: turnstile.fetch }),
    }),
    qr: uqrPictures(),
    ...(midtrans && {
      gateway: midtransPayment({ serverKey: midtrans.serverKey, url: midtrans.url, fetch: midtrans.fetch }),
    }),
    gatewayPayments: d1GatewayPayments(bindings.MALL_DB),
    proofs: r2Proofs(bindings.MALL_DB, bindings.PROOFS),
    limiter: memoryLimiter(() => clock.time.getTime()),
    clock: { now: () => clock.time },
    random: { bytes: randomBytes, token: randomToken, sha256 },
    settings,
    search: d1Search(database, version),
    searchCounts: d1SearchCounts(bindings.COUNTS_DB),
    ...d1Figures(bindings.MALL_DB, bindings.COUNTS_DB),
    sheets: ooxmlSpreadsheet(),
    later: (work) => pending.push(work),
  };
  const mall = createMall(around(ports));
  const app = createApp(
    (): AppVariables => ({
      mall,
      settings,
      waitUntil: (work) => pending.push(work),
      asset: async (path) => new Response(`asset ${path}`, { status: path === '/404.html' ? 200 : 404 }),
      page: async (state) => Response.json({ page: state ?? {} }, { status: state?.status ?? 200 }),
    }),
    securityHeaders("'sha256-test'"),
  );
  return {
    mall,
    deployed,
    addressBook: d1Addresses(bindings.MALL_DB),
    mails,
    clock,
    request: async (path, init) =>
      app.fetch(new Request(path.startsWith('https://') ? path : `http://mal.test${path}`, init)),
    async settle() {
      await Promise.all(pending.splice(0));
    },
  };
}

/** A valid order of one batik shirt, to be changed by each test. */
export function orderBody(changes: Record<string, unknown> = {}) {
  return {
    lines: [{ sku: 'batik-sekar/kemeja-parang/m', qty: 1, price: 185_000 }],
    buyer: { name: 'Sri Rahayu', phone: '0812 3456 7890', email: 'sri@contoh.test' },
    ship_to: {
      country: 'ID',
      region: '62.71',
      address: 'Jalan Diponegoro 5, RT 2/RW 1',
      postal_code: '73111',
    },
    payment: 'transfer',
    consent: true,
    ...changes,
  };
}

let keys = 0;
/** The request that places an order; each one has a key of its own unless it is given. */
export function orderRequest(
  body: unknown,
  key = `key-${++keys}`,
  headers: Record<string, string> = {},
): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}
