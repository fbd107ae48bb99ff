/**
 * Work that goes on after an answer. The runtime logs what such work throws, message and all, and a message may hold
 * what a person typed: so the log gets the kind of fault only.
 */
export const afterAnswer = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((error: Error) => console.error(`after an answer: ${error.name}`));
