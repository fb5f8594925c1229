// Orders wait here until they are carried out, one after the other, between two pieces of work.

type Order = () => Promise<void> | void;

/** Filled from outside at any time, emptied by one loop. */
export class OrderQueue {
  #orders: Order[] = [];
  #wake: () => void = () => undefined;

  add(order: Order): void {
    this.#orders.push(order);
    this.#wake();
  }

  /** An order with an answer. What it throws is the answer too, and is thrown on by `carryOut`. */
  answer<T>(order: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.add(async () => {
        try {
          resolve(await order());
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
          throw error;
        }
      });
    });
  }

  /** Carries out all orders, those included that come meanwhile. */
  async carryOut(): Promise<void> {
    for (let order = this.#orders.shift(); order; order = this.#orders.shift()) await order();
  }

  /** Until `wake` is called or an order comes. */
  sleep(): Promise<void> {
    if (this.#orders.length > 0) return Promise.resolve();
    return new Promise((resolve) => (this.#wake = resolve));
  }

  wake(): void {
    this.#wake();
  }
}
