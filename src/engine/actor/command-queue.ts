// Queues commands that run in order between two slices of work.

type Command = () => Promise<void> | void;

/** Anyone may add commands at any time; one loop runs them. */
export class CommandQueue {
  #commands: Command[] = [];
  #wake: () => void = () => undefined;

  add(command: Command): void {
    this.#commands.push(command);
    this.#wake();
  }

  /** Queues a command and returns its result. If it throws, the promise rejects and `runAll` throws too. */
  answer<T>(command: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.add(async () => {
        try {
          resolve(await command());
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
          throw error;
        }
      });
    });
  }

  /** Runs all commands in order, including those added while it runs. */
  async runAll(): Promise<void> {
    for (let command = this.#commands.shift(); command; command = this.#commands.shift()) await command();
  }

  /** Resolves when `wake` is called or a command arrives. */
  sleep(): Promise<void> {
    if (this.#commands.length > 0) return Promise.resolve();
    return new Promise((resolve) => (this.#wake = resolve));
  }

  wake(): void {
    this.#wake();
  }
}
