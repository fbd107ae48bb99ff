import { createHash, timingSafeEqual } from 'node:crypto';
import type { GatewayStatus, PaymentGateway } from './ports.ts';

// Midtrans Snap and its transaction status API, as documented at docs.midtrans.com (Snap: "Backend Integration";
// "HTTP(S) Notification / Webhooks"; "Get Transaction Status").

const TIMEOUT_MS = 6000;

export interface MidtransOptions {
  serverKey: string;
  /** Base of both APIs where it isn't Midtrans's own: a test's server. */
  url?: string;
  fetch?: typeof fetch;
}

/** Keys of Midtrans's sandbox begin with this. */
const SANDBOX = 'SB-';

/** Midtrans as the payment gateway. */
export function midtransPayment({ serverKey, url, fetch: send = fetch }: MidtransOptions): PaymentGateway {
  const sandbox = serverKey.startsWith(SANDBOX) ? 'sandbox.' : '';
  const snap = url ?? `https://app.${sandbox}midtrans.com`;
  const api = url ?? `https://api.${sandbox}midtrans.com`;
  const headers = {
    Authorization: `Basic ${btoa(`${serverKey}:`)}`,
    Accept: 'application/json',
    'Content-Type': 'application/json',
  };
  /** The answer's body; `undefined` when no answer came in time or it was none. */
  async function ask(target: string, init?: RequestInit) {
    try {
      const response = await send(target, { ...init, headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    } catch {
      return undefined;
    }
  }

  return {
    async open({ gateway_order, amount, buyer, now, expires_at, return_url }) {
      const answer = await ask(`${snap}/snap/v1/transactions`, {
        method: 'POST',
        body: JSON.stringify({
          transaction_details: { order_id: gateway_order, gross_amount: amount },
          customer_details: {
            first_name: buyer.name,
            phone: buyer.phone,
            ...(buyer.email && { email: buyer.email }),
          },
          callbacks: { finish: return_url },
          ...(expires_at && { expiry: expiryOf(now, expires_at) }),
        }),
      });
      const redirect = answer?.body.redirect_url;
      if (answer?.status === 201 && typeof redirect === 'string' && URL.canParse(redirect))
        return { ok: true, redirect_url: redirect };
      return { ok: false, error: answer ? `answered ${answer.status}` : 'unreachable' };
    },

    async isGenuine(notification) {
      const { order_id, status_code, gross_amount, signature_key } = notification;
      const parts = [order_id, status_code, gross_amount];
      if (![...parts, signature_key].every((part) => typeof part === 'string')) return false;
      // Midtrans writes lowercase; `Buffer.from` would also take other spellings and stop at what is no hex.
      if (!/^[0-9a-f]{128}$/.test(signature_key as string)) return false;
      // The amount goes in as it was received: "100000.00" is not 100000.
      const expected = createHash('sha512')
        .update(`${parts.join('')}${serverKey}`)
        .digest();
      const given = Buffer.from(signature_key as string, 'hex');
      return given.length === expected.length && timingSafeEqual(given, expected);
    },

    async status(gatewayOrder) {
      const answer = await ask(`${api}/v2/${encodeURIComponent(gatewayOrder)}/status`);
      if (!answer || answer.status >= 500) return { ok: false, reason: 'unreachable' };
      const { body } = answer;
      if (body.order_id !== gatewayOrder || typeof body.transaction_status !== 'string')
        return { ok: false, reason: 'unknown' };
      return { ok: true, status: statusFrom(body, gatewayOrder) };
    },
  };
}

function statusFrom(body: Record<string, unknown>, gatewayOrder: string): GatewayStatus {
  const status = String(body.transaction_status);
  const fraud = body.fraud_status === undefined ? 'accept' : String(body.fraud_status);
  const succeeded = body.status_code === '200' && fraud === 'accept';
  const outcome = ((): GatewayStatus['outcome'] => {
    switch (status) {
      case 'capture':
      case 'settlement':
        return succeeded ? 'paid' : 'other';
      case 'pending':
        return 'pending';
      case 'deny':
      case 'cancel':
      case 'expire':
      case 'failure':
        return 'failed';
      case 'refund':
      case 'partial_refund':
      case 'chargeback':
      case 'partial_chargeback':
        return 'refunded';
      default:
        return 'other';
    }
  })();
  const amount = wholeRupiah(body.gross_amount);
  const back = wholeRupiah(body.refund_amount);
  return {
    gateway_order: gatewayOrder,
    outcome,
    status: fraud === 'accept' ? status : `${status} ${fraud}`,
    transaction_id: String(body.transaction_id ?? ''),
    amount,
    refunded:
      outcome !== 'refunded' ? 0 : Number.isNaN(back) && !status.startsWith('partial') ? amount : back,
  };
}

/** `"100000.00"` is 100000 rupiah; NaN for what is no whole amount. */
function wholeRupiah(text: unknown): number {
  const whole = /^(\d{1,12})(?:\.0{1,2})?$/.exec(String(text ?? ''))?.[1];
  return whole === undefined ? Number.NaN : Number(whole);
}

/** How long the page stays open, in whole minutes from `start_time`, which Midtrans wants with an offset. */
function expiryOf(now: string, expiresAt: string) {
  const minutes = Math.floor((Date.parse(expiresAt) - Date.parse(now)) / 60_000);
  return {
    start_time: `${now.slice(0, 10)} ${now.slice(11, 19)} +0000`,
    unit: 'minutes',
    duration: Math.max(1, minutes),
  };
}
