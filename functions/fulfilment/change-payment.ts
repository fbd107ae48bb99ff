import { amountHold, offeredMethods, type PaymentMethod } from '../../src/domain/payment/payment.ts';
import { mailTo } from './notices.ts';
import {
  invalid,
  type LifeDependencies,
  type LifeResult,
  NOT_ALLOWED,
  type Standing,
  write,
} from './standing.ts';

/** Ways of paying whose amount is kept apart from the seller's other open ones. */
const DIFFERS: PaymentMethod[] = ['qris', 'transfer'];

type Dependencies = Pick<LifeDependencies, 'lives' | 'clock' | 'random' | 'catalog'> & {
  settings: { gateway: boolean };
};

/**
 * The other ways in which a seller order can be paid beforehand, while it waits for money or for the fee; none once
 * the buyer has said that it is paid.
 */
export async function otherMethods(
  { catalog, settings }: Pick<Dependencies, 'catalog' | 'settings'>,
  { order, sellerOrder, life, method }: Pick<Standing, 'order' | 'sellerOrder' | 'life' | 'method'>,
): Promise<PaymentMethod[]> {
  const waits = life.status === 'awaiting_payment' || life.status === 'awaiting_shipping';
  if (!waits || life.claimed_at || method === 'cod') return [];
  const seller = (await catalog.sellers([sellerOrder.seller])).get(sellerOrder.seller);
  const { country, region } = order.ship_to;
  return offeredMethods(seller?.payments ?? {}, {
    country,
    ...(region && { region }),
    due: sellerOrder.subtotal + (sellerOrder.shipping ?? 0),
    // Cash is for what begins with packing.
    shippingKnown: false,
    gateway: settings.gateway,
  }).filter((offered) => offered !== method);
}

/**
 * The buyer pays in another way than was chosen. The amount stays: one that differs from the seller's other open ones
 * already keeps differing, and only an amount that was kept apart from none is made to differ now.
 */
export async function changePayment(
  dependencies: Dependencies,
  standing: Standing,
  wanted: unknown,
): Promise<LifeResult> {
  const { catalog, clock, lives, random } = dependencies;
  const { sellerOrder, life, parties } = standing;
  const others = await otherMethods(dependencies, standing);
  if (!others.length) return NOT_ALLOWED;
  const to = others.find((offered) => offered === wanted);
  if (!to) return invalid('method', 'payment_unavailable');
  const payments = (await catalog.sellers([sellerOrder.seller])).get(sellerOrder.seller)?.payments;
  const bank = to === 'abroad' ? payments?.abroad : to === 'transfer' ? payments?.bank : undefined;
  const { shipping, subtotal } = sellerOrder;
  const hold =
    shipping !== undefined && life.amount_held === undefined && DIFFERS.includes(to)
      ? amountHold(to, subtotal + shipping, random.bytes(2))
      : undefined;
  return write(lives, standing, {
    at: clock.now().toISOString(),
    next: life,
    payment: {
      method: to,
      details: {
        ...(bank && { bank }),
        ...(to === 'qris' && payments?.qris && { qris_static: payments.qris }),
      },
    },
    ...(hold && { quote: { fee: shipping!, hold } }),
    mails: mailTo(parties, 'payment_changed_seller', { method: to }),
  });
}
