// The few nearest of many candidates, kept sorted as they are offered one by one.

export class NearestList {
  /** Nearest first. */
  readonly indices: number[] = [];
  /** Squared distances of the same, in the units they were offered in. */
  readonly distances: number[] = [];
  readonly #count: number;

  /** @param count how many to keep */
  constructor(count: number) {
    this.#count = count;
  }

  /** The distance that a candidate must beat to get in: infinite while there is room. */
  get farthest(): number {
    return this.indices.length < this.#count ? Infinity : (this.distances[this.#count - 1] ?? -1);
  }

  /** Offers a candidate. Of equally near candidates the first stays ahead. */
  offer(index: number, distance: number): void {
    if (!(distance < this.farthest)) return;
    let place = this.indices.length < this.#count ? this.indices.length : this.#count - 1;
    while (place > 0 && (this.distances[place - 1] ?? 0) > distance) {
      this.indices[place] = this.indices[place - 1] ?? 0;
      this.distances[place] = this.distances[place - 1] ?? 0;
      place--;
    }
    this.indices[place] = index;
    this.distances[place] = distance;
  }
}
