// The few nearest of many, kept in order while they are offered one by one.

export class NearestList {
  /** Nearest first. */
  readonly indices: number[] = [];
  /** Of the same, squared, in the units they were offered in. */
  readonly distances: number[] = [];
  readonly #count: number;

  /** @param count how many are kept */
  constructor(count: number) {
    this.#count = count;
  }

  /** What must be undercut to get in: infinite while there is room. */
  get farthest(): number {
    return this.indices.length < this.#count ? Infinity : (this.distances[this.#count - 1] ?? -1);
  }

  /** Of equally near ones the first that was offered stays ahead. */
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
