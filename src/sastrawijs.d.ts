// The package has types, but its `exports` does not name them.
declare module 'sastrawijs' {
  /** Nazief and Adriani's stemmer with its dictionary of root words. */
  export class Stemmer {
    stem(word: string): string;
  }
}
