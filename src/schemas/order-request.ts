import { z } from 'zod';
import { MAX_CHARACTERS, MAX_LINES, MAX_QTY } from '../domain/limits.ts';
import { MAX_PRICE } from '../domain/money.ts';
import { cleanLine, cleanText, holdsLink } from '../domain/text.ts';
import { normalisePhone } from './phone.ts';

// Messages here are keys of src/i18n/http/field-errors.ts, so that the same rule speaks both languages.

const text = (max: number, clean: (text: string) => string) =>
  z.string({ error: 'text' }).transform(clean).pipe(z.string().max(max, 'too_long'));
const requiredText = (max: number, clean = cleanLine) => text(max, clean).pipe(z.string().min(1, 'required'));
/** An optional text: what is empty is absent. */
const optionalText = (max: number, clean = cleanLine) =>
  text(max, clean)
    .transform((value) => value || undefined)
    .optional();

/** A name of a person, who is not called like a link. */
const noLink = (name: string | undefined) => name === undefined || !holdsLink(name);

/** True for a country's code in two capital letters (ISO 3166). */
export const isCountry = (code: string) => {
  if (!/^[A-Z]{2}$/.test(code)) return false;
  const name = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code);
  return name !== undefined && code !== 'ZZ';
};

const countryField = z
  .string({ error: 'country' })
  .transform((code) => code.trim().toUpperCase())
  .refine(isCountry, 'country');

const lineSchema = z.object(
  {
    sku: z.string({ error: 'text' }).max(250, 'unknown_sku'),
    qty: z.int({ error: 'quantity' }).min(1, 'quantity').max(MAX_QTY, 'quantity'),
    price: z.int({ error: 'price' }).min(0, 'price').max(MAX_PRICE, 'price'),
  },
  { error: 'object' },
);

const email = optionalText(MAX_CHARACTERS.email).refine(
  (value) => value === undefined || z.email().safeParse(value).success,
  'email',
);

const buyerFields = {
  name: requiredText(MAX_CHARACTERS.name).refine(noLink, 'name_link'),
  phone: requiredText(MAX_CHARACTERS.phone),
  email: email.nullish().transform((v) => v ?? undefined),
};
const placeFields = {
  village: optionalText(100),
  address: requiredText(MAX_CHARACTERS.address, cleanText),
  postal_code: optionalText(MAX_CHARACTERS.postalCode),
  name: optionalText(MAX_CHARACTERS.name).refine(noLink, 'name_link'),
  phone: optionalText(MAX_CHARACTERS.phone),
};

/** Faults that depend on the country: numbers and post codes. */
function checkForCountry(
  {
    buyer,
    ship_to,
    country,
  }: {
    buyer: { phone: string };
    ship_to: { phone?: string | undefined; postal_code?: string | undefined };
    country: string;
  },
  issue: (path: string[], message: string) => void,
): void {
  if (country === 'ID' && ship_to.postal_code && !/^\d{5}$/.test(ship_to.postal_code))
    issue(['ship_to', 'postal_code'], 'postal_code');
  if (buyer.phone && !normalisePhone(buyer.phone, country).ok) issue(['buyer', 'phone'], 'phone');
  if (ship_to.phone && !normalisePhone(ship_to.phone, country).ok) issue(['ship_to', 'phone'], 'phone');
}

/** Body of `POST /api/orders`; the checkout's form is turned into the same shape. */
export const orderRequestSchema = z
  .object(
    {
      lines: z.array(lineSchema, { error: 'lines' }).min(1, 'lines').max(MAX_LINES, 'too_many_lines'),
      buyer: z.object(buyerFields, { error: 'object' }),
      ship_to: z.object(
        {
          country: countryField,
          region: optionalText(20),
          district: optionalText(20),
          city: optionalText(100),
          ...placeFields,
        },
        { error: 'object' },
      ),
      shipping: z.record(z.string(), z.string({ error: 'text' }).max(80), { error: 'object' }).default({}),
      payment: z.union([z.string(), z.record(z.string(), z.string())], { error: 'payment' }),
      // Refined, since a wrong literal would keep region and numbers from being looked at.
      consent: z
        .unknown()
        .refine((value) => value === true, 'consent')
        .meta({ const: true }),
      note: text(MAX_CHARACTERS.note, cleanText).default(''),
      notes: z
        .record(z.string().max(80), text(MAX_CHARACTERS.note, cleanText), { error: 'object' })
        .default({}),
    },
    { error: 'object' },
  )
  .superRefine((request, context) => {
    const issue = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    const { country, region } = request.ship_to;
    if (country === 'ID' && !region) issue(['ship_to', 'region'], 'region');
    checkForCountry({ ...request, country }, issue);
  });

/**
 * Body of `POST /api/orders/<token>/contact`: who ordered and where exactly it goes. Country and regency stay, since
 * the shipping fee was quoted for them.
 */
export const orderContactSchema = (country: string) =>
  z
    .object(
      {
        buyer: z.object(buyerFields, { error: 'object' }),
        ship_to: z.object(placeFields, { error: 'object' }),
      },
      { error: 'object' },
    )
    .superRefine((contact, context) =>
      checkForCountry({ ...contact, country }, (path, message) =>
        context.addIssue({ code: 'custom', path, message }),
      ),
    );

/** Body of `POST /api/cart/price`: lines, and as much of the rest as is known already. */
export const cartRequestSchema = z.object(
  {
    lines: z.array(lineSchema.partial({ price: true }), { error: 'lines' }).max(MAX_LINES, 'too_many_lines'),
    ship_to: z
      .object(
        { country: countryField, region: optionalText(20), district: optionalText(20) },
        { error: 'object' },
      )
      .optional(),
    shipping: z.record(z.string(), z.string({ error: 'text' }).max(80), { error: 'object' }).optional(),
    payment: z.union([z.string(), z.record(z.string(), z.string())], { error: 'payment' }).optional(),
  },
  { error: 'object' },
);

/** An order request with its texts cleaned; phone numbers are still as typed. */
export type OrderRequest = z.output<typeof orderRequestSchema>;
