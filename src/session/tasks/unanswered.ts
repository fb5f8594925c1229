// Questions to a worker that may be lost before it answers.

export interface Unanswered {
  /** The answer; rejects when the question fails or is given up. */
  readonly add: <T>(question: Promise<T>) => Promise<T>;
  /** Rejects every question that waits. */
  readonly giveUp: (why: Error) => void;
}

export function createUnanswered(): Unanswered {
  const waiting = new Set<(why: Error) => void>();
  return {
    add: <T>(question: Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        waiting.add(reject);
        question.then(resolve, reject).finally(() => waiting.delete(reject));
      }),
    giveUp(why) {
      for (const reject of waiting) reject(why);
      waiting.clear();
    },
  };
}
