import { type ConfigData, HtmlValidate, StaticConfigLoader } from 'html-validate';

/** What a page of the mall must keep to: the HTML standard, accessibility, and its own Content-Security-Policy. */
const RULES: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // The mall's own scripts come from where the page comes from.
    'require-sri': ['error', { target: 'crossorigin' }],
    'no-inline-style': 'error',
    // A button in a form submits and an input takes text; those are the standard's defaults.
    'no-implicit-button-type': 'off',
    'no-implicit-input-type': 'off',
    // An order's code may begin with a digit, and so may an id.
    'valid-id': ['error', { relaxed: true }],
    // Hidden fields may repeat: one for each line of an order.
    'form-dup-name': 'off',
    // The summary of errors stands above a form's page, before its title.
    'heading-level': ['error', { minInitialRank: 'h2' }],
    // A product may have a long name; search engines shorten it, people read it.
    'long-title': 'off',
  },
};

const validator = new HtmlValidate(new StaticConfigLoader(RULES));

/** The errors of a page, each with its rule, line and column. */
export async function htmlErrors(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, line, column, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}
