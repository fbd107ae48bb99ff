import { z } from 'zod';
import { MAX_CHARACTERS, MAX_QTY } from '../domain/limits.ts';
import { MAX_PRICE } from '../domain/money.ts';
import { cleanLine, cleanText, holdsLink } from '../domain/text.ts';
import { isDay } from '../domain/time.ts';
import { normalisePhone } from './phone.ts';

// Messages here are keys of src/i18n/http/field-errors.ts, as in order-request.ts.

const line = (max: number) =>
  z.string({ error: 'text' }).transform(cleanLine).pipe(z.string().max(max, 'too_long'));
const optional = (max: number) =>
  line(max)
    .nullish()
    .transform((value) => value || undefined);
export const messageText = z
  .string({ error: 'text' })
  .transform(cleanText)
  .pipe(z.string().min(1, 'required').max(MAX_CHARACTERS.message, 'too_long'));

/** Body of `POST /api/inquiries`. */
export const inquirySchema = z
  .object(
    {
      seller: z.string({ error: 'seller' }).max(80, 'seller'),
      sku: optional(250),
      buyer: z.object(
        {
          name: line(MAX_CHARACTERS.name)
            .pipe(z.string().min(1, 'required'))
            .refine((name) => !holdsLink(name), 'name_link'),
          email: optional(MAX_CHARACTERS.email).refine(
            (value) => value === undefined || z.email().safeParse(value).success,
            'email',
          ),
          phone: optional(MAX_CHARACTERS.phone).refine(
            (value) => value === undefined || normalisePhone(value).ok,
            'phone',
          ),
        },
        { error: 'object' },
      ),
      quantity: z
        .int({ error: 'quantity' })
        .min(1, 'quantity')
        .max(100_000, 'quantity')
        .nullish()
        .transform((value) => value ?? undefined),
      wanted_by: optional(10).refine((value) => value === undefined || isDay(value), 'date'),
      message: messageText,
      consent: z
        .unknown()
        .refine((value) => value === true, 'consent_inquiry')
        .meta({ const: true }),
    },
    { error: 'object' },
  )
  .superRefine(({ buyer }, context) => {
    if (!buyer.email && !buyer.phone)
      context.addIssue({ code: 'custom', path: ['buyer', 'email'], message: 'contact' });
  });
export type InquiryRequest = z.output<typeof inquirySchema>;

/** A quote as its seller makes it; amounts in rupiah, the price a piece. */
export const quoteSchema = z.object(
  {
    lines: z
      .array(
        z.object(
          {
            sku: z.string({ error: 'unknown_sku' }).max(250, 'unknown_sku'),
            qty: z.int({ error: 'quantity' }).min(1, 'quantity').max(MAX_QTY, 'quantity'),
            price: z.int({ error: 'price' }).min(1, 'price').max(MAX_PRICE, 'price'),
            title: optional(160),
          },
          { error: 'object' },
        ),
        { error: 'lines' },
      )
      .min(1, 'lines')
      .max(10, 'too_many_lines'),
    shipping: z.int({ error: 'fee' }).min(0, 'fee').max(MAX_PRICE, 'fee'),
    /** The regency (`33.74`) or country (`SG`) that the fee is for; without one it holds anywhere. */
    destination: optional(5),
    /** The last day in WIB on which it can be accepted. */
    valid_until: z.string({ error: 'date' }).refine(isDay, 'date'),
    note: optional(MAX_CHARACTERS.note),
  },
  { error: 'object' },
);
export type QuoteRequestBody = z.output<typeof quoteSchema>;
