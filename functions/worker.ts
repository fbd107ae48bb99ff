import { waitUntil as finishLater } from 'cloudflare:workers';
import { styleSource } from 'virtual:mall-styles';
import { catalogVersion } from 'virtual:mall-version';
import { cf, finalize } from '@astrojs/cloudflare/fetch';
import { astro, FetchState } from 'astro/fetch';
import type { Context } from 'hono';
import { cloudflareLimiter } from './access/cloudflare-limiter.ts';
import { d1Attempts } from './access/d1-attempts.ts';
import { d1Passkeys } from './access/d1-passkeys.ts';
import { d1LinkEpochs } from './access/d1-sessions.ts';
import { hmacSigner } from './access/hmac-signer.ts';
import { memoryLimiter } from './access/memory-limiter.ts';
import { turnstileHumanCheck } from './access/turnstile-human-check.ts';
import { webauthnPasskeys } from './access/webauthn-passkeys.ts';
import { type AppVariables, createApp } from './app.ts';
import { d1OrderLife } from './fulfilment/d1-fulfilment.ts';
import { afterAnswer } from './http/after-answer.ts';
import { randomBytes, randomToken, sha256 } from './http/crypto.ts';
import { securityHeaders } from './http/security-headers.ts';
import { type SettingsSource, settingsFrom } from './http/settings.ts';
import { cloudflareEmail } from './mail/cloudflare-email.ts';
import { d1Mailbox } from './mail/d1-mailbox.ts';
import { d1People } from './mail/d1-people.ts';
import { smtpEmail } from './mail/smtp-email.ts';
import type { Mall, PageContext } from './mall.ts';
import { createMall } from './mall.ts';
import { d1Approvals } from './operator/d1-approvals.ts';
import { d1Figures } from './operator/d1-figures.ts';
import { ooxmlSpreadsheet } from './operator/ooxml-spreadsheet.ts';
import { d1Orders } from './ordering/d1-orders.ts';
import { d1GatewayPayments } from './payment/d1-gateway-payments.ts';
import { midtransPayment } from './payment/midtrans-payment.ts';
import { r2Proofs } from './payment/r2-proofs.ts';
import { uqrPictures } from './payment/uqr-qr-pictures.ts';
import { d1Erasures } from './privacy/d1-erasures.ts';
import { d1PersonalData } from './privacy/d1-personal-data.ts';
import { d1ApprovedSets } from './products/d1-approved-sets.ts';
import { catalogDatabase, d1Catalog } from './products/d1-catalog.ts';
import { d1ProductPages } from './products/d1-product-pages.ts';
import { edgePages } from './products/edge-pages.ts';
import { r2Photos } from './products/r2-photos.ts';
import { d1Search } from './search/d1-search.ts';
import { d1SearchCounts } from './search/d1-search-counts.ts';

/** Bindings and variables of wrangler.toml, and the secrets. */
export interface MallEnv extends SettingsSource {
  /** Calls a minute, counted at the edge; used where the Worker is deployed. */
  READING_LIMIT: RateLimit;
  ACTING_LIMIT: RateLimit;
  ASSETS: Fetcher;
  MALL_DB: D1Database;
  CATALOG_A: D1Database;
  CATALOG_B: D1Database;
  COUNTS_DB: D1Database;
  PROOFS: R2Bucket;
  PHOTOS: R2Bucket;
  CF_VERSION_METADATA: { id: string };
  /** Another base than Midtrans's own, for tests. */
  MIDTRANS_URL?: string;
  /** Another base than Cloudflare's own, for tests. */
  TURNSTILE_URL?: string;
}

let mall: Mall | undefined;

/** The use cases on this Worker's adapters; made once, since bindings do not change in a Worker's life. */
function mallOf(env: MallEnv, requestOrigin: string): Mall {
  if (mall) return mall;
  const settings = settingsFrom(env, requestOrigin);
  const mailbox = d1Mailbox(env.COUNTS_DB);
  const database = catalogDatabase([env.CATALOG_A, env.CATALOG_B], catalogVersion);
  mall = createMall({
    catalog: d1Catalog(database, catalogVersion),
    approvedSets: d1ApprovedSets(env.MALL_DB),
    approvals: d1Approvals(env.MALL_DB),
    pages: d1ProductPages(database),
    pageCache: edgePages(settings.origin, `${catalogVersion}.${env.CF_VERSION_METADATA.id}`),
    photos: r2Photos(env.PHOTOS, settings.origin, (work) => finishLater(afterAnswer(work))),
    orders: d1Orders(env.MALL_DB),
    lives: d1OrderLife(env.MALL_DB),
    attempts: d1Attempts(env.MALL_DB),
    linkEpochs: d1LinkEpochs(env.MALL_DB),
    passkeys: d1Passkeys(env.MALL_DB),
    ceremonies: webauthnPasskeys(),
    signer: hmacSigner(env.MALL_DB, env.MALL_SECRET),
    ...d1People(env.MALL_DB),
    personalData: d1PersonalData(env.MALL_DB, env.PROOFS),
    erasures: d1Erasures(env.MALL_DB, env.COUNTS_DB),
    email: env.EMAIL ? cloudflareEmail(env.EMAIL) : env.SMTP_URL ? smtpEmail(env.SMTP_URL) : mailbox,
    ...(!settings.deployed && { mailbox }),
    ...(env.TURNSTILE_SITE_KEY &&
      env.TURNSTILE_SECRET && {
        human: turnstileHumanCheck({
          siteKey: env.TURNSTILE_SITE_KEY,
          secret: env.TURNSTILE_SECRET,
          url: env.TURNSTILE_URL,
        }),
      }),
    qr: uqrPictures(),
    ...(env.MIDTRANS_SERVER_KEY && {
      gateway: midtransPayment({ serverKey: env.MIDTRANS_SERVER_KEY, url: env.MIDTRANS_URL }),
    }),
    gatewayPayments: d1GatewayPayments(env.MALL_DB),
    proofs: r2Proofs(env.MALL_DB, env.PROOFS),
    limiter: settings.deployed
      ? cloudflareLimiter({ reading: env.READING_LIMIT, acting: env.ACTING_LIMIT })
      : memoryLimiter(),
    gatherMs: 150,
    clock: { now: () => new Date() },
    random: { bytes: randomBytes, token: randomToken, sha256 },
    settings,
    search: d1Search(database, catalogVersion),
    searchCounts: d1SearchCounts(env.COUNTS_DB),
    ...d1Figures(env.MALL_DB, env.COUNTS_DB),
    sheets: ooxmlSpreadsheet(),
    later: finishLater,
  });
  return mall;
}

function bind(c: Context): AppVariables {
  const env = c.env as MallEnv;
  const url = new URL(c.req.url);
  const bound = mallOf(env, url.origin);
  const waitUntil = (work: Promise<unknown>) => c.executionCtx.waitUntil(work);
  return {
    mall: bound,
    settings: bound.settings,
    waitUntil,
    asset: (path) =>
      env.ASSETS.fetch(new Request(new URL(path, url), { headers: { 'Accept-Encoding': 'identity' } })),
    page: async ({ path, ...state } = {}) => {
      const target = new URL(path ?? `${url.pathname}${url.search}`, url);
      const request = new Request(target, { headers: c.req.raw.headers });
      const locals: PageContext = { mall: bound, settings: bound.settings, ...state };
      const astroState = new FetchState(request);
      const asset = await cf(astroState, env, c.executionCtx as ExecutionContext);
      Object.assign(astroState.locals, locals);
      const response = asset ?? finalize(astroState, await astro(astroState));
      // A page that finds nothing has no words of its own; the visitor gets those of any unknown address.
      if (response.status === 404) return c.notFound();
      return new Response(response.body, {
        status: state.status ?? response.status,
        headers: response.headers,
      });
    },
  };
}

const app = createApp(bind, securityHeaders(styleSource));

export default {
  fetch: (request, env, context) => app.fetch(request, env, context),
  async scheduled({ scheduledTime }, env) {
    const mall = mallOf(env, env.MALL_ORIGIN ?? 'http://localhost:8787');
    await mall.scheduled(new Date(scheduledTime));
  },
} satisfies ExportedHandler<MallEnv>;
