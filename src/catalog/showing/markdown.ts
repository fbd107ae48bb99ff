import { Marked } from 'marked';
import sanitize from 'sanitize-html';

const marked = new Marked({ gfm: false, async: false });

const DESCRIPTION_TAGS = ['p', 'br', 'ul', 'ol', 'li', 'em', 'strong', 'a'];

const links: sanitize.IOptions = {
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  allowProtocolRelative: false,
};

/**
 * A product's description as HTML: paragraphs, lists, emphasis and links, nothing else. Sellers write it, so
 * their links are `nofollow`. Headings become paragraphs, pictures and raw HTML go.
 */
export function descriptionHtml(markdown: string): string {
  return sanitize(marked.parse(markdown) as string, {
    ...links,
    allowedTags: DESCRIPTION_TAGS,
    transformTags: {
      a: (tag, { href }) => ({
        tagName: tag,
        attribs: { ...(href && { href }), rel: 'nofollow noopener ugc' },
      }),
      h1: 'p',
      h2: 'p',
      h3: 'p',
      h4: 'p',
      h5: 'p',
      h6: 'p',
    },
  }).trim();
}

/**
 * A page of the mall's own (about, terms, privacy) as HTML: headings with an id besides, and tables. A
 * heading's id comes from `{#id}` at its end, else from its text, so that other pages can lead to it.
 */
export function pageHtml(markdown: string): string {
  const html = new Marked({ gfm: true, async: false }).parse(markdown) as string;
  return sanitize(
    html.replace(/<h([23])>(.*?)<\/h\1>/g, (_, level: string, inner: string) => {
      const named = /^(.*?)\s*\{#([a-z0-9-]+)\}$/.exec(inner);
      const text = named?.[1] ?? inner;
      return `<h${level} id="${named?.[2] ?? headingId(text)}">${text}</h${level}>`;
    }),
    {
      ...links,
      allowedTags: [
        ...DESCRIPTION_TAGS,
        'h2',
        'h3',
        'table',
        'thead',
        'tbody',
        'tr',
        'th',
        'td',
        'blockquote',
        'hr',
      ],
      allowedAttributes: { a: ['href'], h2: ['id'], h3: ['id'] },
    },
  ).trim();
}

/** Letters, digits and hyphens, beginning with a letter: "1. Temukan" → "temukan". */
function headingId(html: string): string {
  return html
    .replace(/<[^>]*>|&[a-z]+;/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-$/g, '');
}

/** The beginning of a Markdown text as one line of plain text, cut at a word: for descriptions in search results. */
export function plainBeginning(markdown: string, max: number): string {
  return textBeginning(descriptionHtml(markdown), max);
}

/** The beginning of an HTML description as one line of plain text, cut at a word. */
export function textBeginning(description: string, max: number): string {
  const text = description
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length <= max) return text;
  return `${text.slice(0, max - 1).replace(/\s+\S*$/, '')}…`;
}
