import { type ConfigData, HtmlValidate, StaticConfigLoader } from 'html-validate';

/** What a page of the mall must keep to: the HTML standard, accessibility, and its own Content-Security-Policy. */
const RULES: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // The mall's own scripts come from where the page comes from.
    'require-sri': ['error', { target: 'crossorigin' }],
    'no-inline-style': 'error',
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
