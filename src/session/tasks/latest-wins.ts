// Questions that come faster than they can be answered: one is under way, and only the newest of the others waits.

export interface LatestWins<Question> {
  readonly ask: (question: Question) => void;
  /** Drops what waits, and the answer of what is under way. */
  readonly forget: () => void;
}

/**
 * @param answer called with a question's answer, unless the question has been forgotten
 * @param fail called when a question fails, unless it has been forgotten
 */
export function createLatestWins<Question, Answer>(
  put: (question: Question) => Promise<Answer>,
  answer: (question: Question, answer: Answer) => void,
  fail?: (question: Question, error: unknown) => void,
): LatestWins<Question> {
  let waiting: { question: Question } | null = null;
  let underWay = false;
  let generation = 0;

  async function run(question: Question): Promise<void> {
    underWay = true;
    const asked = generation;
    try {
      const given = await put(question);
      if (asked === generation) answer(question, given);
    } catch (error) {
      if (asked === generation) fail?.(question, error);
    }
    underWay = false;
    const next = waiting;
    waiting = null;
    if (next) void run(next.question);
  }

  return {
    ask(question) {
      if (underWay) waiting = { question };
      else void run(question);
    },
    forget() {
      generation++;
      waiting = null;
    },
  };
}
