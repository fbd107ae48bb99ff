import { type Cell, toCsv } from '../../src/domain/csv.ts';
import { startOfWibDay, wibDay, wibIso } from '../../src/domain/time.ts';
import type { TurnoverQuestion } from '../../src/domain/turnover/question.ts';
import { GROUPINGS, type Grouping, operatorDesk } from '../../src/i18n/operator/operator.ts';
import type { CatalogReader } from '../products/ports.ts';
import type { Sheet, SpreadsheetWriter, TurnoverStore } from '../turnover/ports.ts';
import { type OperatorFigures, placeNames } from './operator-figures.ts';

/** What a CSV may hold: one way of telling the figures, the days, or the ledger's entries of the month. */
export const CSV_TABLES = [...GROUPINGS, 'day', 'entries'] as const;
export type CsvTable = (typeof CSV_TABLES)[number];

/** Entries that one file holds at most; a month of the busiest expo has a tenth of it. */
const MAX_ENTRIES = 100_000;

const t = operatorDesk;

interface Dependencies {
  turnover: Pick<TurnoverStore, 'entries'>;
  catalog: Pick<CatalogReader, 'regionNames'>;
  sheets: SpreadsheetWriter;
  grouped: (question: TurnoverQuestion, groupings?: readonly Grouping[]) => Promise<OperatorFigures>;
}

/** The desk's figures as files for a spreadsheet: numbers stay numbers, and no text can act as a formula. */
export function exportFigures({ turnover, catalog, sheets, grouped }: Dependencies) {
  const groupRows = ({ groups }: OperatorFigures, grouping: Grouping): Cell[][] => [
    [t.columns[grouping], t.code, t.amount],
    ...(groups[grouping] ?? []).map(({ name, value, amount }) => [name, value, amount]),
  ];
  /** In a CSV a code such as `33.10` would become a number, so places have names only. */
  const csvRows = (told: OperatorFigures, grouping: Grouping): Cell[][] =>
    grouping === 'region' || grouping === 'destination'
      ? groupRows(told, grouping).map(([name, , amount]) => [name!, amount!])
      : groupRows(told, grouping);
  const dayRows = ({ days }: OperatorFigures): Cell[][] => [
    [t.day, t.amount],
    ...days.map(({ day, amount }) => [day, amount]),
  ];

  /** The entries of the month up to the moment. */
  async function entryRows(moment: Date): Promise<Cell[][]> {
    const from = startOfWibDay(`${wibDay(moment).slice(0, 7)}-01`);
    const rows = await turnover.entries(from, moment, MAX_ENTRIES);
    const places = await placeNames(catalog, [
      ...new Set(rows.flatMap(({ destination }) => destination ?? [])),
    ]);
    return [
      t.entryColumns,
      ...rows.map((row) => [
        wibIso(new Date(row.occurred_at)),
        wibIso(new Date(row.recorded_at)),
        t.kinds[row.kind] ?? row.kind,
        t.channels[row.channel] ?? row.channel,
        row.edition,
        row.seller,
        row.destination && (places.get(row.destination) ?? row.destination),
        row.amount,
        row.cause,
      ]),
    ];
  }

  return {
    async csv(question: TurnoverQuestion, table: CsvTable): Promise<string> {
      if (table === 'day') return toCsv(dayRows(await grouped(question, ['edition'])));
      if (table !== 'entries') return toCsv(csvRows(await grouped(question, [table]), table));
      const { answer } = await grouped(question, ['edition']);
      return toCsv(await entryRows(new Date(answer.as_of)));
    },

    /** A workbook: the figures, then a sheet for each way of telling them. */
    async xlsx(question: TurnoverQuestion): Promise<Uint8Array> {
      const told = await grouped(question);
      const { answer } = told;
      const summary: Sheet = {
        name: t.figuresTitle,
        rows: [
          [t.asOf(answer.as_of), null],
          [`${t.turnover} (Rp)`, answer.total],
          [`${t.captured} (Rp)`, answer.captured],
          [`${t.reported} (Rp)`, answer.reported],
          [`${t.history} (Rp)`, answer.history],
          [`${t.corrected} (Rp)`, answer.corrected],
          [t.sellers, answer.sellers],
          [t.products, answer.products],
          [t.visitors, answer.visitors],
          [t.inquiries, answer.inquiries],
        ],
      };
      return sheets.xlsx([
        summary,
        ...GROUPINGS.map((grouping) => ({ name: t.groupings[grouping], rows: groupRows(told, grouping) })),
        { name: t.days, rows: dayRows(told) },
      ]);
    },
  };
}
