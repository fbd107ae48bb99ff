/**
 * A payment gateway that speaks Midtrans's documented protocol: Snap's transactions, the status API and signed
 * notifications. Web APIs only, so that it runs in Worker tests and behind Node's server alike.
 */
export interface FakeMidtrans {
  serverKey: string;
  url: string;
  fetch: typeof fetch;
  /** While down it answers nothing. */
  down: boolean;
  transactions: Map<string, Transaction>;
  /** What the buyer did on the gateway's page, and what time did. */
  settle(orderId: string, change: Partial<Transaction>): void;
  /** The notification of a transaction as it stands, with changes that leave the signature as it is. */
  notification(orderId: string, changes?: Record<string, unknown>): Promise<Record<string, unknown>>;
}

export interface Transaction {
  order_id: string;
  gross_amount: string;
  transaction_id: string;
  transaction_status: string;
  status_code: string;
  fraud_status: string;
  refund_amount?: string;
  /** False until the buyer chose how to pay: the status API knows nothing of it before. */
  begun: boolean;
  callback?: string;
}

const json = (body: unknown, status: number) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

/** Midtrans's documented signature: SHA-512 over order, status code, amount as sent, and the server key. */
export async function signature(
  { order_id, status_code, gross_amount }: Pick<Transaction, 'order_id' | 'status_code' | 'gross_amount'>,
  serverKey: string,
): Promise<string> {
  const text = `${order_id}${status_code}${gross_amount}${serverKey}`;
  const digest = await crypto.subtle.digest('SHA-512', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function fakeMidtrans(serverKey: string, url = 'https://midtrans.test'): FakeMidtrans {
  const transactions = new Map<string, Transaction>();
  const expected = `Basic ${btoa(`${serverKey}:`)}`;
  const fake: FakeMidtrans = {
    serverKey,
    url,
    down: false,
    transactions,
    fetch: async (input, init) => {
      const request = new Request(input as RequestInfo, init as RequestInit);
      if (fake.down) throw new TypeError('connection refused');
      const { pathname } = new URL(request.url);
      if (request.headers.get('Authorization') !== expected)
        return json({ error_messages: ['Access denied due to unauthorized transaction'] }, 401);
      if (request.method === 'POST' && pathname === '/snap/v1/transactions') return create(request);
      const status = /^\/v2\/([^/]+)\/status$/.exec(pathname)?.[1];
      if (request.method === 'GET' && status) return tell(decodeURIComponent(status));
      return json({ error_messages: ['not found'] }, 404);
    },
    settle(orderId, change) {
      const transaction = transactions.get(orderId);
      if (!transaction) throw new Error(`no transaction ${orderId}`);
      Object.assign(transaction, { begun: true, ...change });
    },
    async notification(orderId, changes = {}) {
      const { begun: _, callback: __, ...transaction } = transactions.get(orderId)!;
      const signature_key = await signature(transaction, serverKey);
      return { ...transaction, payment_type: 'bank_transfer', signature_key, ...changes };
    },
  };

  async function create(request: Request): Promise<Response> {
    const body = (await request.json()) as {
      transaction_details?: { order_id?: string; gross_amount?: number };
      callbacks?: { finish?: string };
    };
    const { order_id, gross_amount } = body.transaction_details ?? {};
    if (!order_id || !/^[\w.~-]{1,50}$/.test(order_id))
      return json({ error_messages: ['transaction_details.order_id is required'] }, 400);
    if (!Number.isInteger(gross_amount) || gross_amount! < 1)
      return json({ error_messages: ['transaction_details.gross_amount is not a number'] }, 400);
    if (transactions.has(order_id))
      return json({ error_messages: ['transaction_details.order_id has already been taken'] }, 400);
    transactions.set(order_id, {
      order_id,
      gross_amount: `${gross_amount}.00`,
      transaction_id: crypto.randomUUID(),
      transaction_status: 'pending',
      status_code: '201',
      fraud_status: 'accept',
      begun: false,
      ...(body.callbacks?.finish && { callback: body.callbacks.finish }),
    });
    const token = crypto.randomUUID();
    return json({ token, redirect_url: `${url}/snap/v4/redirection/${token}` }, 201);
  }

  async function tell(orderId: string): Promise<Response> {
    const transaction = transactions.get(orderId);
    if (!transaction?.begun)
      return json({ status_code: '404', status_message: "Transaction doesn't exist." }, 404);
    return json(
      { ...(await fake.notification(orderId)), status_message: 'Success, transaction is found' },
      200,
    );
  }
  return fake;
}
