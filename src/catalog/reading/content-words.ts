import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import type { WishLists, WordLists } from '../../domain/search/lexicon.ts';
import {
  commonSchema,
  ignoredSchema,
  protectedSchema,
  spellingsSchema,
  synonymsSchema,
  wishesSchema,
} from '../../schemas/search.ts';
import { readFiles } from './content-files.ts';
import type { Problem } from './content-problem.ts';

/** No words at all: the search then finds what is written, as it is written. */
const NO_WISHES: WishLists = {
  things: {},
  leanings: {},
  occasions: {},
  techniques: [],
  sizes: {},
  soft: [],
};
export const NO_WORDS: WordLists = {
  same: [],
  wider: {},
  spellings: {},
  protected: [],
  ignored: [],
  common: [],
  wishes: NO_WISHES,
};

/**
 * What `search/` of a content folder teaches the search about words; a content folder without one has the
 * mall's own. A file that is missing or faulty is an empty list.
 */
export async function readWordLists(folder: string, problems: Problem[]): Promise<WordLists> {
  const place = existsSync(join(folder, 'search')) ? folder : resolve('content');
  const read = async <S extends z.ZodType>(name: string, schema: S): Promise<z.output<S> | undefined> => {
    const path = `search/${name}.json`;
    if (!existsSync(join(place, path))) return undefined;
    const [file] = await readFiles(place, [path], schema, problems);
    return file?.value;
  };
  const [synonyms, spellings, whole, ignored, common, wishes] = await Promise.all([
    read('synonyms', synonymsSchema),
    read('spellings', spellingsSchema),
    read('protected', protectedSchema),
    read('ignored', ignoredSchema),
    read('common', commonSchema),
    read('wishes', wishesSchema),
  ]);
  return {
    same: synonyms?.same ?? [],
    wider: synonyms?.wider ?? {},
    spellings: spellings ?? {},
    protected: whole ?? [],
    ignored: ignored ?? [],
    common: common ?? [],
    wishes: wishes ?? NO_WISHES,
  };
}
