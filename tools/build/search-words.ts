import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WordLists } from '../../src/domain/search-lexicon.ts';
import {
  ignoredSchema,
  protectedSchema,
  SEARCH_FILES,
  spellingsSchema,
  synonymsSchema,
} from '../../src/schemas/search.ts';

const OWN_FOLDER = fileURLToPath(new URL('../../content/search', import.meta.url));

/** A word list that an editor must correct. */
export interface WordListProblem {
  file: string;
  field: string;
  message: string;
}

/** The folder of the word lists: the content's own, or the mall's where the content has none. */
export function wordListFolder(contentFolder: string): string {
  const folder = join(contentFolder, 'search');
  return existsSync(folder) ? folder : OWN_FOLDER;
}

/** Every fault in the word lists of a content folder; files may be missing. */
export function checkWordLists(contentFolder: string): WordListProblem[] {
  const folder = wordListFolder(contentFolder);
  const problems: WordListProblem[] = [];
  for (const [name, schema] of Object.entries(SEARCH_FILES)) {
    const file = join(folder, name);
    if (!existsSync(file)) continue;
    let data: unknown;
    try {
      data = JSON.parse(readFileSync(file, 'utf8'));
    } catch (error) {
      problems.push({ file, field: '', message: `bukan JSON yang benar: ${(error as Error).message}` });
      continue;
    }
    const result = schema.safeParse(data);
    for (const issue of result.error?.issues ?? [])
      problems.push({ file, field: issue.path.join('.'), message: issue.message });
  }
  return problems;
}

/**
 * The word lists of a content folder; a missing file is an empty list.
 * @throws Error for a faulty list: `check:content` tells it with file and field before
 */
export function readWordLists(contentFolder: string): WordLists {
  const folder = wordListFolder(contentFolder);
  const read = (name: keyof typeof SEARCH_FILES): unknown => {
    const file = join(folder, name);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  };
  const synonyms = synonymsSchema.parse(read('synonyms.json') ?? { same: [], wider: {} });
  return {
    ...synonyms,
    spellings: spellingsSchema.parse(read('spellings.json') ?? {}),
    protected: protectedSchema.parse(read('protected.json') ?? []),
    ignored: ignoredSchema.parse(read('ignored.json') ?? []),
  };
}
