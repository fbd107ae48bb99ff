import type { Order } from '../../src/domain/ordering/order.ts';

/** A part of a mail: a heading, rows of name and value, sentences, a link. */
export interface Block {
  heading?: string;
  lines?: string[];
  rows?: [string, string][];
  link?: { label: string; url: string };
}

/** What a mail says, before it has a form. */
export interface MailText {
  subject: string;
  blocks: Block[];
  locale: Order['locale'];
  replyTo?: string;
}

/** Escapes a text for HTML text and double-quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** One line of plain text: control characters, line breaks among them, become spaces. */
export function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}

/** A mail as plain text. */
export function toText(blocks: Block[], footer: string): string {
  const parts = blocks.map(({ heading, lines = [], rows = [], link }) =>
    [
      ...(heading ? [heading.toUpperCase()] : []),
      ...rows.map(([label, value]) => `${label}: ${value}`),
      ...lines,
      ...(link ? [`${link.label}:`, link.url] : []),
    ].join('\n'),
  );
  return `${[...parts, `-- \n${footer}`].filter(Boolean).join('\n\n')}\n`;
}

// A mail client knows no stylesheet of ours, so these attributes are a mail's only way to look like the mall.
const PARAGRAPH = 'margin:0 0 8px';
const CELL = 'padding:4px 0;vertical-align:top';

/** A mail as HTML, which looks like the mall with what mail clients know. */
export function toHtml(subject: string, blocks: Block[], footer: string, locale: Order['locale']): string {
  const body = blocks
    .map(({ heading, lines = [], rows = [], link }) => {
      const table = rows
        .map(
          ([label, value]) =>
            `<tr><td style="${CELL}">${escapeHtml(label)}</td><td align="right" style="${CELL};padding-left:12px;white-space:nowrap"><b>${escapeHtml(value)}</b></td></tr>`,
        )
        .join('');
      return [
        heading ? `<h2 style="font-size:16px;margin:20px 0 6px">${escapeHtml(heading)}</h2>` : '',
        table
          ? `<table role="presentation" width="100%" style="border-collapse:collapse">${table}</table>`
          : '',
        ...lines.map((line) => `<p style="${PARAGRAPH}">${escapeHtml(line)}</p>`),
        link
          ? `<p style="margin:16px 0"><a href="${escapeHtml(link.url)}" style="display:inline-block;background:#5b1f2b;color:#ffffff;text-decoration:none;padding:12px 18px;border-radius:4px">${escapeHtml(link.label)}</a></p>`
          : '',
      ].join('');
    })
    .join('');
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head><body style="margin:0;background:#f6f0e4;color:#2b2018;font:16px/1.5 sans-serif"><div style="max-width:560px;margin:0 auto;padding:20px;background:#fffdf8">${body}<p style="margin:24px 0 0;color:#6b5a4a;font-size:13px">${escapeHtml(footer)}</p></div></body></html>`;
}
