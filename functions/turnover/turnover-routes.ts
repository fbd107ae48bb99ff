import { z } from 'zod';
import { parseMoment } from '../../src/domain/time.ts';
import { localeFromHeader } from '../../src/i18n/locale.ts';
import type { App } from '../http/context.ts';
import { explainErrors } from '../http/explain-errors.ts';
import { describes, moment, rupiah } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';
import type { TurnoverAnswer } from './turnover.ts';

const when = moment().meta({ format: 'date-time', description: 'ISO 8601 with offset; now' });

const TURNOVER = describes({
  summary: 'Turnover and the other figures as of a moment, as they were known at another',
  query: {
    as_of: when,
    known_at: when,
    edition: z.string().meta({ description: 'slug; the whole mall' }),
  },
  answers: {
    200: [
      "The figures; sellers, products, visitors and inquiries are the whole mall's in any case",
      z.object({
        as_of: moment(),
        known_at: moment(),
        total: rupiah(),
        captured: rupiah(),
        reported: rupiah(),
        history: rupiah(),
        corrected: rupiah(),
        editions: z.array(z.object({ edition: z.string(), total: rupiah() })),
        counts_of: z.literal('mall'),
        sellers: z.int(),
        products: z.int(),
        visitors: z.int(),
        inquiries: z.int(),
      }) satisfies z.ZodType<TurnoverAnswer>,
    ],
  },
  refusals: { 422: ['invalid'] },
});

/** `GET /api/turnover`: turnover and the other figures as of any moment, as known at any other. */
export function turnoverRoutes(app: App): void {
  /** The figures as a page for people, also without scripts. */
  app.get('/capaian/kini', (c) => c.var.page());

  app.get('/api/turnover', TURNOVER, async (c) => {
    const { as_of, known_at, edition } = c.req.query();
    const moments = { as_of: momentOf(as_of), known_at: momentOf(known_at) };
    const wrong = Object.entries(moments).filter(([, moment]) => moment === null);
    const locale = localeFromHeader(c.req.header('Accept-Language'));
    const invalid = (errors: { pointer: string; code: string }[]) =>
      problem(c, 422, 'invalid', { errors: explainErrors(errors, locale) });
    if (wrong.length) return invalid(wrong.map(([name]) => ({ pointer: `/${name}`, code: 'moment' })));
    const answer = await c.var.mall.figures.turnover({
      ...(moments.as_of && { as_of: moments.as_of }),
      ...(moments.known_at && { known_at: moments.known_at }),
      ...(edition && { edition }),
    });
    if (!answer) return invalid([{ pointer: '/edition', code: 'edition' }]);
    return c.json(answer, 200, { 'Cache-Control': 'no-store' });
  });
}

/** `null` for what is no moment. */
function momentOf(text: string | undefined): Date | null | undefined {
  return text === undefined ? undefined : (parseMoment(text) ?? null);
}
