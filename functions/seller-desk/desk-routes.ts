import { type Cell, csvRows, toCsv } from '../../src/domain/csv.ts';
import { WIB_OFFSET, wibIso } from '../../src/domain/time.ts';
import type { HolidayForm } from '../../src/forms/holiday-form.ts';
import type { SaleForm } from '../../src/forms/sale-form.ts';
import { orderStates } from '../../src/i18n/fulfilment/order-states.ts';
import { paymentMethods } from '../../src/i18n/payment/payment-methods.ts';
import { deskWords } from '../../src/i18n/seller-desk/desk.ts';
import { owns, requireRole } from '../access/desk-guard.ts';
import type { Account } from '../access/ports.ts';
import { takeSellerForm } from '../fulfilment/seller-form-routes.ts';
import { amountOf } from '../fulfilment/seller-moves-routes.ts';
import type { App, AppContext } from '../http/context.ts';
import { readForm } from '../http/form.ts';
import { takesPhotos } from '../http/photo-form.ts';
import { showProof } from '../payment/proofs-routes.ts';
import { shopsOf } from './booth-sales.ts';
import type { ExportRow } from './ports.ts';

type Handler = (c: AppContext, account: Account) => Response | Promise<Response>;
type FormHandler = (c: AppContext, account: Account, form: URLSearchParams) => Response | Promise<Response>;

/** `/lapak`, the seller's desk. Every form is answered 303, so that reloading repeats nothing. */
export function deskRoutes(app: App): void {
  const get = (path: string, handler: Handler) =>
    app.get(path, async (c) => {
      const account = await requireRole(c, 'seller');
      return account instanceof Response ? account : handler(c, account);
    });
  const post = (path: string, handler: FormHandler) =>
    app.post(path, async (c) => {
      const account = await requireRole(c, 'seller');
      if (account instanceof Response) return account;
      const form = await readForm(c);
      return form instanceof Response ? form : handler(c, account, form);
    });
  const page: Handler = (c, account) => c.var.page({ account });

  for (const path of ['/lapak', '/lapak/pesanan', '/lapak/stok', '/lapak/jual', '/lapak/angka'])
    get(path, page);
  get('/lapak/pesanan.csv', exportOrders);
  for (const path of ['/lapak/pesanan/:code', '/lapak/pesanan/:code/isi', '/lapak/pesanan/:code/label'])
    get(path, async (c, account) => ((await ownOrder(c, account)) ? c.var.page({ account }) : c.notFound()));
  get('/lapak/pesanan/:code/bukti/:id', showPhoto);
  // Its form may have a photo, so it is read by itself.
  app.post('/lapak/pesanan/:code', takesPhotos, async (c) => {
    const account = await requireRole(c, 'seller');
    return account instanceof Response ? account : moveOrder(c, account);
  });
  post('/lapak/stok', changeStock);
  post('/lapak/libur', changeHoliday);
  post('/lapak/jual', recordSale);
  post('/lapak/jual/:id/batal', voidSale);
}

/** True for an order of one of the account's shops; another shop's does not exist for it. */
async function ownOrder(c: AppContext, account: Account): Promise<boolean> {
  const found = await c.var.mall.life.bySellerOrder(c.req.param('code') ?? '');
  return found !== undefined && owns(account, found.sellerOrder.seller);
}

const moveOrder: Handler = async (c, account) => {
  if (!(await ownOrder(c, account))) return c.notFound();
  const code = c.req.param('code')!;
  const taken = await takeSellerForm(c, code);
  if (taken instanceof Response) return taken;
  const path = `/lapak/pesanan/${code}`;
  if (!taken.ok) return c.var.page({ path, account, status: taken.status, form: taken.form });
  return c.redirect(`${path}?kabar=${taken.done}${taken.photo ? `&masalah=${taken.photo}` : ''}`, 303);
};

/** A photo of an order at the desk of its seller. */
const showPhoto: Handler = async (c, account) =>
  (await ownOrder(c, account))
    ? showProof(c, await c.var.mall.proofs.ofSeller(c.req.param('code')!, c.req.param('id')!))
    : c.notFound();

const changeStock: FormHandler = async (c, account, form) => {
  const sku = form.get('sku') ?? '';
  const action = form.get('action') ?? '';
  const number = (form.get('number') ?? '').trim();
  const pieces = /^-?\d{1,7}$/.test(number) ? Number(number) : Number.NaN;
  const result =
    action === 'sold_out' || action === 'lift'
      ? await c.var.mall.desk.soldOut(account, sku, action === 'sold_out')
      : await c.var.mall.desk.changeStock(account, {
          sku,
          id: form.get('id'),
          ...(action === 'add' ? { add: pieces } : { on_hand: pieces }),
        });
  if (!result.ok && result.status === 404) return c.notFound();
  const news = action === 'sold_out' ? 'habis' : action === 'lift' ? 'dijual' : 'stok';
  const query = result.ok ? `kabar=${news}` : `masalah=${result.errors?.[0]?.code ?? result.code}`;
  return c.redirect(`/lapak/stok?${query}&sku=${encodeURIComponent(sku)}`, 303);
};

const changeHoliday: FormHandler = async (c, account, form) => {
  const on = form.get('action') !== 'end';
  const result = await c.var.mall.desk.holiday(account, {
    seller: form.get('seller') ?? '',
    until: form.get('until') ?? '',
    note: form.get('note') ?? '',
    on,
  });
  if (!result.ok && result.status === 404) return c.notFound();
  if (!result.ok) {
    const { status, errors = [] } = result;
    const back = { values: Object.fromEntries(form), errors } satisfies HolidayForm;
    return c.var.page({ path: '/lapak/stok', account, status, form: back });
  }
  return c.redirect(`/lapak/stok?kabar=${on ? 'libur' : 'buka'}#libur`, 303);
};

const recordSale: FormHandler = async (c, account, form) => {
  const values = Object.fromEntries(form);
  const typedAt = values.occurred_at?.trim();
  const result = await c.var.mall.desk.recordSale(account, {
    id: values.id,
    sku: values.sku,
    qty: /^\d{1,5}$/.test(values.qty?.trim() ?? '') ? Number(values.qty) : values.qty,
    amount: amountOf(values.amount),
    // A field for date and time has no offset; at the desk it is WIB.
    occurred_at: typedAt ? `${typedAt}${WIB_OFFSET}` : c.var.mall.life.now().toISOString(),
    destination: values.destination,
    inquiry: values.inquiry?.trim().toUpperCase(),
  });
  if (!result.ok)
    return c.var.page({
      account,
      status: result.status,
      form: { values, errors: result.errors ?? [], code: result.code } satisfies SaleForm,
    });
  const news = result.sale.status === 'waiting' ? 'menunggu' : result.replayed ? 'lagi' : 'tercatat';
  return c.redirect(`/lapak/jual?kabar=${news}`, 303);
};

const voidSale: FormHandler = async (c, account) => {
  const result = await c.var.mall.desk.voidSale(account, c.req.param('id') ?? '');
  if (!result.ok && result.status === 404) return c.notFound();
  return c.redirect(`/lapak/jual?${result.ok ? 'kabar=dibatalkan' : `masalah=${result.code}`}`, 303);
};

/** The shops' orders for a spreadsheet, a row for each line; sent while they are read. */
async function exportOrders(c: AppContext, account: Account): Promise<Response> {
  await c.var.mall.figures.note(account.email, 'export_orders', shopsOf(account).join(', '));
  const pages = c.var.mall.desk.exportPages(account);
  const text = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(text.encode(toCsv([deskWords.exportColumns]))),
    async pull(stream) {
      const { done, value } = await pages.next();
      if (done) stream.close();
      else stream.enqueue(text.encode(csvRows(value.map(exportRow))));
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="pesanan.csv"',
      'Cache-Control': 'private, no-store',
    },
  });
}

const exportRow = (row: ExportRow): Cell[] => [
  row.code,
  wibIso(new Date(row.created_at)),
  orderStates.id[row.status],
  row.buyer_name,
  row.buyer_phone,
  row.ship_address,
  row.ship_region,
  row.ship_country,
  row.sku,
  row.title,
  row.variant,
  row.qty,
  row.unit_price,
  row.line_total,
  row.shipping,
  row.unique_code,
  row.total,
  paymentMethods.id[row.payment_method],
  row.courier,
  row.tracking,
];
