import type { Random } from './illustration/random.ts';

/** Deals sentences so that none comes again before all others had their turn. */
export class Varied {
  readonly #all: readonly string[];
  readonly #random: Random;
  #left: string[] = [];
  #last = '';

  constructor(all: readonly string[], random: Random) {
    this.#all = all;
    this.#random = random;
  }

  next(): string {
    if (!this.#left.length) this.#left = [...this.#all];
    let at = Math.floor(this.#random.between(0, this.#left.length));
    if (this.#left[at] === this.#last && this.#left.length > 1) at = (at + 1) % this.#left.length;
    this.#last = this.#left.splice(at, 1)[0]!;
    return this.#last;
  }
}
