import { ALLOWED, type Part, ROOMS } from './rules.ts';

/** The table of who may import whom, as the README prints it. */
export function importTable(): string {
  const rows = (Object.keys(ALLOWED) as Part[]).map(
    (part) => `| ${part} | ${ALLOWED[part].join(', ') || 'nothing else'} |`,
  );
  return [
    `Rooms, from the ground up: ${ROOMS.map((room) => `\`${room}\``).join(' < ')}.`,
    '',
    '| a file of | may import, besides its own kind |',
    '|---|---|',
    ...rows,
  ].join('\n');
}
