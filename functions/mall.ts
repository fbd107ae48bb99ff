import type { CallKind } from '../src/domain/access/limits.ts';
import { type Cart, underPresentNames } from '../src/domain/ordering/cart.ts';
import { asksForDistrict } from '../src/domain/ordering/shipping.ts';
import type { SellerFacts, SkuFacts } from '../src/domain/products/facts.ts';
import { pauseOf, scopesOf } from '../src/domain/products/pause.ts';
import { unitPrice } from '../src/domain/products/price.ts';
import { wibDay } from '../src/domain/time.ts';
import { cartRequestSchema } from '../src/schemas/order-request.ts';
import { confirmingAddresses } from './access/confirm-address.ts';
import { usingPasskeys } from './access/passkeys.ts';
import type {
  AddressBook,
  AttemptCounter,
  HumanCheck,
  LinkEpochs,
  PasskeyCeremonies,
  PasskeyStore,
  RateLimiter,
  SessionStore,
  Signer,
} from './access/ports.ts';
import { signingIn } from './access/sign-in.ts';
import { carryOnOrders } from './fulfilment/fulfilment.ts';
import {
  openPaymentAgain,
  openPayments,
  takeNotification,
  withItsPages,
} from './fulfilment/pay-by-gateway.ts';
import type { OrderLifeStore } from './fulfilment/ports.ts';
import { afterAnswer } from './http/after-answer.ts';
import type { PageState } from './http/context.ts';
import type { Clock, Randomness, Settings } from './http/ports.ts';
import { runSteps, type Steps } from './http/run-steps.ts';
import { acceptOffer } from './inquiry/accept-offer.ts';
import { askingSellers } from './inquiry/ask-seller.ts';
import type { InquiryStore } from './inquiry/ports.ts';
import { deliverMails } from './mail/deliver-mails.ts';
import { mailHealth } from './mail/mail-health.ts';
import { oneRunAtATime } from './mail/one-run-at-a-time.ts';
import type { EmailSender, Mailbox, MailStore } from './mail/ports.ts';
import { approvingSets } from './operator/approve-sets.ts';
import { tellFigures } from './operator/operator-desk.ts';
import type { ApprovalQueue } from './operator/ports.ts';
import { confirmingByOrder } from './ordering/confirm-by-order.ts';
import { findRepeated, orderOfKey } from './ordering/earlier-order.ts';
import {
  type PlaceOrderInput,
  type PlaceOrderResult,
  placeOrder,
  quoteRequest,
  schemaErrors,
} from './ordering/place-order.ts';
import type { OrderStore } from './ordering/ports.ts';
import type { GatewayPaymentStore, PaymentGateway, Proof, ProofStore, QrPictures } from './payment/ports.ts';
import { buyersProof, keepBuyersProof, keepProof, photoFault, sellersProof } from './payment/proof-photos.ts';
import { keepingPersonalData } from './privacy/personal-data.ts';
import type { ErasureList, PersonalDataStore } from './privacy/ports.ts';
import { approvedSellers } from './products/approved-catalog.ts';
import type {
  ApprovedSets,
  CatalogReader,
  PageCache,
  PauseStore,
  PhotoStore,
  ProductPages,
} from './products/ports.ts';
import type { SearchCounts, SearchIndex } from './search/ports.ts';
import { searchProducts } from './search/search-products.ts';
import { suggestQueries } from './search/suggest-queries.ts';
import type { SellerDesk } from './seller-desk/ports.ts';
import { sellerDesk } from './seller-desk/seller-desk.ts';
import type { OversightStore, SpreadsheetWriter, TurnoverStore, VisitStore } from './turnover/ports.ts';

/** Everything that the use cases need, joined in worker.ts. */
export interface MallPorts {
  /** As it was deployed; the use cases get its sellers as they are approved. */
  catalog: CatalogReader;
  approvedSets: ApprovedSets;
  approvals: ApprovalQueue;
  pages: ProductPages;
  pageCache: PageCache;
  photos: PhotoStore;
  orders: OrderStore;
  lives: OrderLifeStore;
  attempts: AttemptCounter;
  signer: Signer;
  linkEpochs: LinkEpochs;
  mails: MailStore;
  email: EmailSender;
  mailbox?: Mailbox;
  qr: QrPictures;
  /** Absent where no gateway is set up. */
  gateway?: PaymentGateway;
  gatewayPayments: GatewayPaymentStore;
  proofs: ProofStore;
  limiter: RateLimiter;
  /** How long a run of mails waits for those of the next orders, in milliseconds. */
  gatherMs?: number;
  clock: Clock;
  random: Randomness;
  settings: Settings;
  addressBook: AddressBook;
  sessions: SessionStore;
  passkeys: PasskeyStore;
  ceremonies: PasskeyCeremonies;
  pauses: PauseStore;
  desk: SellerDesk;
  inquiries: InquiryStore;
  /** Absent where none is set up. */
  human?: HumanCheck;
  personalData: PersonalDataStore;
  erasures: ErasureList;
  search: SearchIndex;
  searchCounts: SearchCounts;
  turnover: TurnoverStore;
  visits: VisitStore;
  oversight: OversightStore;
  sheets: SpreadsheetWriter;
  /** Finishes what may be done after the answer. */
  later: (work: Promise<unknown>) => void;
}

/** A run of mails after an answer ends before the runtime ends what comes after answers (30 s), in milliseconds. */
const SOON_MS = 20_000;
/** A run of the scheduled handler ends before the next one begins, in milliseconds. */
const SCHEDULED_MS = 50_000;

/** The use cases, as routes and pages call them. */
export function createMall(bound: MallPorts) {
  const given: MallPorts = { ...bound, later: (work) => bound.later(afterAnswer(work)) };
  const approvals = approvingSets({ ...given, deployed: given.catalog });
  const approved = approvedSellers({
    ...given,
    opened: () => given.later(approvals.notice().then(() => deliverSoon())),
  });
  const ports: MallPorts = { ...given, catalog: { ...given.catalog, ...approved } };
  const { catalog, orders, settings } = ports;
  const life = carryOnOrders(ports);
  const deliverSoon = oneRunAtATime(
    () => deliverMails(ports, SOON_MS),
    () => ports.clock.now().getTime(),
    ports.gatherMs,
  );
  const figures = tellFigures(ports);
  const personalData = keepingPersonalData(ports);
  const minutely: Steps = {
    approvals: () => approvals.carryOn(),
    clock: () => life.runClock(),
    mails: () => deliverMails(ports, SCHEDULED_MS),
  };
  /** Counts of searches and visits are tidied, and personal data whose time is over is erased. */
  const hourly: Steps = {
    searches: () => ports.searchCounts.tidy(wibDay(ports.clock.now())),
    figures: () => figures.tidy(),
    personalData: () => personalData.forget(),
    erasures: () => personalData.keepErased(),
  };
  return {
    settings,
    search: searchProducts({
      index: ports.search,
      counts: ports.searchCounts,
      clock: ports.clock,
      later: ports.later,
      hidden: () => ports.pauses.suspended(ports.clock.now()),
    }),
    suggest: suggestQueries(ports.search),
    /** What people look for most, or look for in vain; for the operator and the editors. */
    topSearches: ports.searchCounts.top,
    /** What the mall is measured by, and the operator's desk. */
    figures,
    /** What content changed of where money goes and who a seller is, until the operator says yes. */
    approvals,
    health: () => catalog.health(),
    skus: (skus: string[]) => catalog.skus(skus),
    sellers: (slugs: string[]) => catalog.sellers(slugs),
    /** A shop that can be written to: approved, no sample, and not closed for fraud. */
    async askableSeller(slug: string): Promise<SellerFacts | undefined> {
      const [sellers, closed] = await Promise.all([
        catalog.sellers([slug]),
        ports.pauses.closed([slug], ports.clock.now()),
      ]);
      const seller = sellers.get(slug);
      return seller && !seller.sample && !closed.has(slug) ? seller : undefined;
    },
    skusOf: (seller: string) => catalog.skusOf(seller),
    regionsBelow: (parent?: string) => catalog.regionsBelow(parent),
    /** True where the fee to this regency differs by district. */
    asksForDistrict: async (region: string) =>
      region !== '' && asksForDistrict(await catalog.shippingServices(), region),
    regionNames: (codes: string[]) => catalog.regionNames(codes),
    unitPrice: (facts: SkuFacts, qty: number) => unitPrice(facts, qty),

    /**
     * Pieces left of each SKU, live; `null` for what is made to order; none of what can't be ordered just now;
     * unknown SKUs are left out.
     */
    async stockOf(skus: string[]): Promise<Map<string, number | null>> {
      const facts = await catalog.skus(skus);
      const live = await orders.stock(facts.values());
      const scopes = [...new Set([...facts.values()].flatMap(scopesOf))];
      const [paused, sellers] = await Promise.all([
        ports.pauses.among(scopes, ports.clock.now()),
        catalog.sellers([...new Set([...facts.values()].map(({ seller }) => seller))]),
      ]);
      return new Map(
        [...facts].map(([sku, each]) => [
          sku,
          pauseOf(each, paused) || !sellers.has(each.seller)
            ? 0
            : each.stock === null
              ? null
              : (live.get(each.sku) ?? each.stock),
        ]),
      );
    },

    /** What a product's page shows that is not built ahead. */
    productPage: (slug: string) => ports.pages.page(slug),
    pageCache: ports.pageCache,
    photo: (name: string, asked: Headers) => ports.photos.photo(name, asked),

    /** Where a product is now that was once at `<seller>/<product>`. */
    movedTo: (formerSlug: string) => catalog.movedTo(formerSlug),

    /** `GET /api/products/…`; undefined when the mall has no such product. */
    async product(slug: string) {
      const product = await catalog.product(slug);
      if (!product) return undefined;
      const stock = await this.stockOf(product.skus.map(({ sku }) => sku));
      const lefts = product.skus.map(({ sku }) => stock.get(sku) ?? null);
      const hasVariants = product.skus.some(({ variant }) => variant !== undefined);
      return {
        sku: product.slug,
        title: product.title,
        seller: product.seller,
        category: product.category,
        region: product.region,
        edition: product.edition,
        price: product.price,
        min_qty: product.min_qty,
        tiers: product.tiers,
        variants: hasVariants
          ? product.skus.map(({ sku, variant, price }) => ({
              sku,
              name: variant,
              price,
              stock: stock.get(sku) ?? null,
            }))
          : [],
        stock: lefts.includes(null) ? null : lefts.reduce<number>((sum, left) => sum + (left ?? 0), 0),
        url: product.url,
        image: product.image,
      };
    },

    /** A cart kept in a browser, under the names that its goods have now. */
    cartNow: async (cart: Cart): Promise<Cart> =>
      underPresentNames(cart, await catalog.skus(cart.lines.map(({ sku }) => sku))),

    /** Prices a cart: `POST /api/cart/price`, and what the cart's page and the checkout show. */
    async priceCart(body: unknown) {
      const parsed = cartRequestSchema.safeParse(body);
      if (!parsed.success)
        return {
          ok: false as const,
          status: 422 as const,
          code: 'invalid',
          errors: schemaErrors(parsed.error.issues),
        };
      const facts = await catalog.skus(parsed.data.lines.map(({ sku }) => sku));
      const stock = await orders.stock(facts.values());
      const { quote } = await quoteRequest(ports, parsed.data, stock);
      return { ok: true as const, quote };
    },

    /** True where these lines can be ordered as they stand. */
    async isReady(lines: { sku: string; qty: number; price: number }[]): Promise<boolean> {
      const priced = await this.priceCart({ lines });
      return priced.ok && priced.quote.sellers.length > 0 && priced.quote.problems.length === 0;
    },

    /** Places an order, and opens the gateway's page for what is paid there. */
    async placeOrder(input: PlaceOrderInput): Promise<PlaceOrderResult> {
      const result = await placeOrder(ports, input);
      if (!result.ok) return result;
      const opened = result.replayed ? withItsPages : openPayments;
      return { ...result, order: await opened(ports, result.order) };
    },
    openPaymentAgain: (token: string, code: string) => openPaymentAgain(ports, token, code),
    takeNotification: (notification: Record<string, unknown>) => takeNotification(ports, notification),
    proofs: {
      keep: (token: string, code: string, kind: 'payment' | 'complaint', picture: Uint8Array) =>
        keepBuyersProof(ports, token, code, kind, picture),
      /** The seller's photo of a refund; who calls this has seen that the order is that seller's. */
      keepForSeller: (code: string, picture: Uint8Array) =>
        keepProof(ports, { seller_order: code, kind: 'refund', given_by: 'seller' }, picture),
      /** Why a file would not be kept. */
      faultOf: photoFault,
      ofSellerOrders: (codes: string[]) => ports.proofs.ofSellerOrders(codes),
      ofBuyer: (token: string, id: string) => buyersProof(ports, token, id),
      ofSeller: (code: string, id: string) => sellersProof(ports, code, id),
      picture: (proof: Proof) => ports.proofs.picture(proof),
    },
    /** What happens to orders after they were placed. */
    life,
    orderOfKey: (key: string | undefined) => orderOfKey(ports, key),
    findRepeated: (given: Parameters<typeof findRepeated>[1]) => findRepeated(ports, given),
    orderByToken: (token: string) => orders.byToken(token),
    /** Sends the mails that are due, for the scheduled handler. */
    deliverMails: () => deliverMails(ports, SCHEDULED_MS),
    /** Sends the mails that are due right after one was written; many calls at once share a run. */
    deliverSoon,
    /** Everything that is done without being asked; called once a minute. */
    scheduled: (at: Date) => runSteps({ ...minutely, ...(at.getUTCMinutes() === 0 && hourly) }),
    /** How long mails wait. */
    mailHealth: () => mailHealth(ports),
    /** Whoever came to an order by the link in its mail has that mail's address. */
    byOrder: confirmingByOrder(ports),
    addresses: confirmingAddresses(ports),
    /** False when somebody calls too often; where limits are off nobody does. */
    mayCall: async (key: string, kind: CallKind) => !ports.settings.limits || ports.limiter.allow(key, kind),
    signIn: signingIn(ports),
    passkeys: usingPasskeys(ports),
    desk: sellerDesk(ports),
    inquiries: askingSellers(ports),
    acceptOffer: (token: string, body: Record<string, unknown>, consentText: string) =>
      acceptOffer(ports, token, body, consentText),
    /** A person's rights over their data, and the end of its time. */
    personalData,
    mailbox: ports.mailbox,
    qr: ports.qr,
    newKey: () => ports.random.token(18),
  };
}

export type Mall = ReturnType<typeof createMall>;

/** What an Astro page finds in `Astro.locals`. */
export interface PageContext extends PageState {
  mall: Mall;
  settings: Settings;
}

declare module 'hono' {
  /** Hono's own place for variables that every route finds: here the rooms, joined. */
  interface ContextVariableMap {
    mall: Mall;
  }
}
