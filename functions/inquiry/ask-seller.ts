import {
  afterEvent,
  type Inquiry,
  type InquiryParty,
  inquiryMailKey,
} from '../../src/domain/inquiry/inquiry.ts';
import type { OrderLine } from '../../src/domain/ordering/order.ts';
import { formatOrderCode } from '../../src/domain/ordering/order-code.ts';
import { scopesOf } from '../../src/domain/products/pause.ts';
import { parseSku } from '../../src/domain/products/sku.ts';
import type { RequestError } from '../../src/domain/request-error.ts';
import { DAY_MS, startOfWibDay, wibDay } from '../../src/domain/time.ts';
import { MAX_ENTRY } from '../../src/domain/turnover/ledger.ts';
import { inquirySchema, messageText, quoteSchema } from '../../src/schemas/inquiry.ts';
import { isCountry } from '../../src/schemas/order-request.ts';
import { normalisePhone } from '../../src/schemas/phone.ts';
import type {
  Account,
  AddressBook,
  AttemptCounter,
  HumanCheck,
  Letter,
  LetterKind,
  RateLimiter,
  Signer,
} from '../access/ports.ts';
import type { Clock, Randomness, Settings } from '../http/ports.ts';
import { schemaErrors } from '../ordering/place-order.ts';
import type { Locale, OrderStore } from '../ordering/ports.ts';
import type { CatalogReader, PauseStore } from '../products/ports.ts';
import type { InquiryStep, InquiryStore, NewInquiry } from './ports.ts';

/** Questions that one address or phone may ask in a window. */
const MAX_ASKED = 10;
/** Questions to one shop from one client's network in a window: whole crowds share an address, and a shop has one pair of eyes. */
const MAX_FROM_ONE_PLACE = 40;
/** Questions from one place in a window that wait for a confirmation: each is a mail to an unconfirmed address. */
const MAX_UNCONFIRMED = 3;
const WINDOW_SECONDS = 60 * 60;
/** Messages that one party of a thread may write in a window. */
const MAX_MESSAGES = 30;
/** An offer may be open for so many days at most. */
const MAX_OFFER_DAYS = 90;
const LIST = 100;
/** No person fills in the form faster, in milliseconds; a program does. */
const FASTEST_MS = 300;
/** Nor does anybody leave it open longer before sending it, in milliseconds. */
const SLOWEST_MS = DAY_MS;

export interface AskPorts {
  inquiries: InquiryStore;
  addressBook: Pick<AddressBook, 'confirm'>;
  catalog: CatalogReader;
  orders: Pick<OrderStore, 'stock'>;
  pauses: Pick<PauseStore, 'among' | 'closed'>;
  attempts: AttemptCounter;
  limiter: RateLimiter;
  signer: Signer;
  clock: Clock;
  random: Randomness;
  settings: Pick<Settings, 'limits'>;
  /** Absent where none is set up. */
  human?: HumanCheck;
}

export interface AskRefusal {
  ok: false;
  status: 404 | 409 | 422 | 429;
  code: string;
  errors?: RequestError[];
}
const NOT_FOUND: AskRefusal = { ok: false, status: 404, code: 'not_found' };
const CONFLICT: AskRefusal = { ok: false, status: 409, code: 'conflict' };
const SUSPENDED: AskRefusal = { ok: false, status: 409, code: 'suspended' };
const TOO_MANY: AskRefusal = { ok: false, status: 429, code: 'too_many_requests' };
const invalid = (errors: RequestError[]): AskRefusal => ({ ok: false, status: 422, code: 'invalid', errors });

export type Asked = { ok: true; code: string; token: string; unconfirmed: boolean } | AskRefusal;

/** Questions to sellers, and what is said and offered in their threads. */
export function askingSellers(ports: AskPorts) {
  const {
    inquiries,
    addressBook,
    catalog,
    orders,
    pauses,
    attempts,
    limiter,
    signer,
    clock,
    random,
    settings,
    human,
  } = ports;

  async function mayGoOn(key: string, limit: number): Promise<boolean> {
    if (!settings.limits) return true;
    return attempts.count(await random.sha256(key), {
      now: clock.now(),
      limit,
      windowSeconds: WINDOW_SECONDS,
    });
  }

  /** The mail about a step to the other party. */
  async function letterTo(
    inquiry: Pick<
      Inquiry,
      'code' | 'seller' | 'seller_name' | 'buyer_token' | 'seller_token' | 'locale' | 'title'
    > &
      Pick<Inquiry, 'buyer'>,
    kind: Extract<LetterKind, `${string}_${'buyer' | 'seller'}`>,
    text: string,
    offer?: NonNullable<InquiryStep['offer']>,
  ): Promise<Letter | undefined> {
    const party: InquiryParty = kind.endsWith('_buyer') ? 'buyer' : 'seller';
    const to =
      party === 'buyer'
        ? inquiry.buyer.email
        : (await catalog.sellers([inquiry.seller])).get(inquiry.seller)?.email;
    if (!to) return undefined;
    return {
      kind,
      to,
      detail: {
        code: inquiry.code,
        shop: inquiry.seller_name,
        buyer: inquiry.buyer.name,
        ...(inquiry.title && { title: inquiry.title }),
        ...(party === 'seller' && inquiry.buyer.phone && { phone: inquiry.buyer.phone }),
        ...(party === 'seller' && inquiry.buyer.email && { email: inquiry.buyer.email }),
        token: party === 'buyer' ? inquiry.buyer_token : inquiry.seller_token,
        locale: party === 'buyer' ? inquiry.locale : 'id',
        text,
        ...(offer && { offer: JSON.stringify(offer) }),
      },
    };
  }

  return {
    /** What the form carries to tell how long it was open. */
    async formStamp(): Promise<string> {
      const at = clock.now().getTime().toString(36);
      return `${at}.${await signer.sign(`inquiry-form:${at}`)}`;
    },
    /** True for a form that a person may have filled in. */
    async isByHand(stamp: string): Promise<boolean> {
      if (!settings.limits) return true;
      const [at = '', signature = ''] = stamp.split('.');
      if (!/^[0-9a-z]{1,12}$/.test(at) || !(await signer.verify(`inquiry-form:${at}`, signature)))
        return false;
      const open = clock.now().getTime() - Number.parseInt(at, 36);
      return open >= FASTEST_MS && open <= SLOWEST_MS;
    },

    /**
     * Asks a seller. What a trap caught is answered like anything else, but nobody is written to. Where a human
     * check is set up and has not been passed, as on a phone without scripts, the question waits until its buyer
     * confirms it by a mailed link.
     * @param address what the generous limit goes by; never stored
     */
    async ask(input: {
      body: unknown;
      locale: Locale;
      address: string;
      consentText: string;
      trapped?: boolean;
      /** What the human check's widget gave the browser. */
      humanToken?: string;
    }): Promise<Asked> {
      if (settings.limits && !(await limiter.allow(`inquiry:${input.address}`))) return TOO_MANY;
      const parsed = inquirySchema.safeParse(input.body);
      if (!parsed.success) return invalid(schemaErrors(parsed.error.issues));
      const { seller: slug, sku, buyer, quantity, wanted_by, message } = parsed.data;
      const seller = (await catalog.sellers([slug])).get(slug);
      if (!seller) return invalid([{ pointer: '/seller', code: 'seller' }]);
      const product = sku ? await goodsOf(sku) : undefined;
      if (sku && product?.seller !== slug) return invalid([{ pointer: '/sku', code: 'unknown_sku' }]);
      if (await isSuspended(slug, product ? [product] : [])) return SUSPENDED;
      const phone = buyer.phone ? normalisePhone(buyer.phone) : undefined;
      const contacts = [buyer.email?.toLowerCase(), phone?.ok ? phone.e164 : undefined].filter(Boolean);
      for (const contact of contacts) if (!(await mayGoOn(`inquiry:${contact}`, MAX_ASKED))) return TOO_MANY;
      if (!(await mayGoOn(`inquiry:${slug}:${input.address}`, MAX_FROM_ONE_PLACE))) return TOO_MANY;
      const unconfirmed =
        human !== undefined && !input.trapped && !(await human.passed(input.humanToken ?? '', input.address));
      if (unconfirmed && !buyer.email) return invalid([{ pointer: '/buyer/email', code: 'human_check' }]);
      if (unconfirmed && !(await mayGoOn(`unconfirmed:${buyer.email?.toLowerCase()}`, MAX_UNCONFIRMED)))
        return TOO_MANY;

      const now = clock.now().toISOString();
      const write = async (code: string): Promise<Asked | undefined> => {
        const inquiry: NewInquiry = {
          code,
          buyer_token: random.token(24),
          seller_token: random.token(24),
          seller: slug,
          seller_name: seller.name,
          ...(sku && { sku }),
          ...(product && { title: product.title }),
          ...(quantity && { quantity }),
          ...(wanted_by && { wanted_by }),
          buyer: {
            name: buyer.name,
            ...(buyer.email && { email: buyer.email }),
            ...(phone?.ok && { phone: phone.e164 }),
          },
          locale: input.locale,
          status: input.trapped || unconfirmed ? 'spam' : 'open',
          ...(unconfirmed && { awaits_confirmation: true }),
          created_at: now,
          message,
          consent_text: input.consentText,
        };
        const letter = input.trapped
          ? undefined
          : unconfirmed
            ? await letterTo(inquiry, 'confirm_buyer', '')
            : await letterTo(inquiry, 'inquiry_seller', message);
        return (await inquiries.create(inquiry, letter))
          ? { ok: true, code, token: inquiry.buyer_token, unconfirmed }
          : undefined;
      };
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const asked = await write(`T-${formatOrderCode(random.bytes(8))}`);
        if (asked) return asked;
      }
      throw new Error('no free code was found for a question');
    },

    thread: (token: string) => open(token),
    list: (account: Account) =>
      inquiries.list(
        account.sellers.map(({ slug }) => slug),
        LIST,
      ),
    sellerOf: (code: string) => inquiries.sellerOf(code),
    now: () => clock.now(),

    /** True for the key of a mailed link whose address its buyer has yet to confirm. */
    async asks(token: string, key: string): Promise<boolean> {
      const found = await open(token);
      return found?.as === 'buyer' && !found.inquiry.email_confirmed_at && isMailed(found.inquiry, key);
    },

    /** The buyer presses the button behind a link that only a mail had: the address is theirs and may be written to. */
    async confirmEmail(token: string, key: string): Promise<{ ok: true } | AskRefusal> {
      const found = await open(token);
      if (found?.as !== 'buyer' || !(await isMailed(found.inquiry, key))) return NOT_FOUND;
      const { id, buyer, email_confirmed_at } = found.inquiry;
      if (!email_confirmed_at) await inquiries.confirmEmail(id, clock.now());
      if (buyer.email) await addressBook.confirm(buyer.email.toLowerCase(), clock.now());
      return { ok: true };
    },

    /** The key of the page's human check, where one is set up. */
    humanSiteKey: human?.siteKey,

    /** The buyer presses the button behind the mailed link: only now the seller gets the question. */
    async release(token: string, key: string): Promise<{ ok: true } | AskRefusal> {
      const found = await open(token);
      if (found?.as !== 'buyer') return NOT_FOUND;
      const { inquiry } = found;
      if (!(await isMailed(inquiry, key))) return NOT_FOUND;
      if (!inquiry.awaits_confirmation) return { ok: true };
      const letter = await letterTo(inquiry, 'inquiry_seller', inquiry.messages[0]?.text ?? '');
      // Pressed twice, it was sent by the other press.
      if (letter) await inquiries.release(inquiry.id, letter, clock.now());
      if (inquiry.buyer.email) await addressBook.confirm(inquiry.buyer.email.toLowerCase(), clock.now());
      return { ok: true };
    },

    /** Writes into the thread; the other one gets it by mail. */
    async say(token: string, text: unknown): Promise<{ ok: true } | AskRefusal> {
      const found = await open(token);
      if (!found) return NOT_FOUND;
      const { inquiry, as } = found;
      const parsed = messageText.safeParse(text);
      if (!parsed.success) return invalid([{ pointer: '/message', code: parsed.error.issues[0]!.message }]);
      const to = afterEvent(inquiry.status, as === 'buyer' ? 'buyer_says' : 'seller_says');
      if (!to) return { ok: false, status: 409, code: 'thread_closed' };
      if (!(await mayGoOn(`thread:${token}`, MAX_MESSAGES))) return TOO_MANY;
      const letter = await letterTo(
        inquiry,
        as === 'buyer' ? 'message_seller' : 'message_buyer',
        parsed.data,
      );
      const done = await inquiries.step(inquiry.id, {
        at: clock.now().toISOString(),
        by: as,
        from: inquiry.status,
        to,
        message: parsed.data,
        ...(letter && { letter }),
      });
      return done ? { ok: true } : CONFLICT;
    },

    /** Closes the thread, or, for the seller, marks it as spam. */
    async end(token: string, event: 'close' | 'spam'): Promise<{ ok: true } | AskRefusal> {
      const found = await open(token);
      if (!found || (event === 'spam' && found.as !== 'seller')) return NOT_FOUND;
      const { inquiry, as } = found;
      const to = afterEvent(inquiry.status, event);
      if (!to) return { ok: false, status: 409, code: 'thread_closed' };
      const at = clock.now().toISOString();
      return (await inquiries.step(inquiry.id, { at, by: as, from: inquiry.status, to }))
        ? { ok: true }
        : CONFLICT;
    },

    /** The seller makes an offer; it takes the place of those before. Buyers make none: not found. */
    async offer(token: string, body: unknown): Promise<{ ok: true } | AskRefusal> {
      const found = await open(token);
      if (found?.as !== 'seller') return NOT_FOUND;
      const { inquiry } = found;
      const parsed = quoteSchema.safeParse(body);
      if (!parsed.success) return invalid(schemaErrors(parsed.error.issues));
      const { shipping, destination, valid_until, note } = parsed.data;
      if (destination && !(await isDestination(destination)))
        return invalid([{ pointer: '/destination', code: 'destination' }]);
      const now = clock.now();
      const until = startOfWibDay(valid_until).getTime() + DAY_MS;
      if (valid_until < wibDay(now) || until > now.getTime() + MAX_OFFER_DAYS * DAY_MS)
        return invalid([{ pointer: '/valid_until', code: 'offer_until' }]);
      const to = afterEvent(inquiry.status, 'quote');
      if (!to) return { ok: false, status: 409, code: 'thread_closed' };
      const lines = await offerLines(inquiry.seller, parsed.data.lines);
      if ('errors' in lines) return invalid(lines.errors);
      const goods = lines.lines.flatMap(({ sku }) => {
        const { product } = parseSku(sku) ?? {};
        return product === undefined ? [] : [{ sku, product: `${inquiry.seller}/${product}` }];
      });
      if (await isSuspended(inquiry.seller, goods)) return SUSPENDED;
      const offer = {
        lines: lines.lines,
        subtotal: lines.lines.reduce((sum, { line_total }) => sum + line_total, 0),
        shipping,
        ...(destination && { destination }),
        note: note ?? '',
        valid_until: new Date(until).toISOString(),
      };
      const letter = await letterTo(inquiry, 'offer_buyer', note ?? '', offer);
      const done = await inquiries.step(inquiry.id, {
        at: now.toISOString(),
        by: 'seller',
        from: inquiry.status,
        to,
        offer,
        ...(letter && { letter }),
      });
      return done ? { ok: true } : CONFLICT;
    },
  };

  function isMailed({ code }: Pick<Inquiry, 'code'>, key: string): Promise<boolean> {
    return signer.verify(inquiryMailKey(code), key);
  }

  /** A thread by either link; the seller's opens nothing once the shop is closed for fraud. */
  async function open(token: string) {
    const found = await inquiries.byToken(token);
    if (found?.as !== 'seller') return found;
    const { seller } = found.inquiry;
    return (await pauses.closed([seller], clock.now())).has(seller) ? undefined : found;
  }

  /** True while the operator has stopped the shop or some of the goods. */
  async function isSuspended(seller: string, goods: { sku: string; product: string }[]): Promise<boolean> {
    const scopes = [`seller:${seller}`, ...goods.flatMap((each) => scopesOf({ ...each, seller }))];
    const stops = await pauses.among([...new Set(scopes)], clock.now());
    return stops.some(({ kind }) => kind === 'suspended');
  }

  /** A regency or city of the catalogue, or a country abroad. */
  async function isDestination(place: string): Promise<boolean> {
    if (/^[A-Z]{2}$/.test(place)) return place !== 'ID' && isCountry(place);
    return place.length === 5 && (await catalog.regionNames([place])).has(place);
  }

  /** A SKU, or a product without saying which of its variants. */
  async function goodsOf(sku: string) {
    const facts = (await catalog.skus([sku])).get(sku);
    if (facts) return { ...facts, exact: true };
    const product = await catalog.product(sku);
    const first = product?.skus[0];
    return first && { ...first, sku, variant: undefined, exact: false };
  }

  async function offerLines(
    seller: string,
    wanted: { sku: string; qty: number; price: number; title?: string | undefined }[],
  ): Promise<{ lines: OrderLine[] } | { errors: RequestError[] }> {
    const live = await orders.stock((await catalog.skus(wanted.map(({ sku }) => sku))).values());
    const errors: RequestError[] = [];
    const lines: OrderLine[] = [];
    for (const [index, { sku, qty, price, title }] of wanted.entries()) {
      const facts = await goodsOf(sku);
      if (facts?.seller !== seller) errors.push({ pointer: `/lines/${index}/sku`, code: 'unknown_sku' });
      else if (lines.some((line) => line.sku === facts.sku))
        errors.push({ pointer: `/lines/${index}/sku`, code: 'duplicate_sku' });
      else
        lines.push({
          sku: facts.sku,
          title: title ?? facts.title,
          ...(facts.variant !== undefined && { variant: facts.variant }),
          qty,
          unit_price: price,
          line_total: price * qty,
          weight_grams: facts.weight_grams * qty,
          edition: facts.edition,
          // More than lies ready is made for this order.
          takes_stock: facts.exact && facts.stock !== null && (live.get(facts.sku) ?? facts.stock) >= qty,
        });
    }
    if (lines.reduce((sum, { line_total }) => sum + line_total, 0) > MAX_ENTRY)
      errors.push({ pointer: '/lines', code: 'order_too_large' });
    return errors.length ? { errors } : { lines };
  }
}
