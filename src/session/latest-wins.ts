// Questions that come faster than they can be answered: one is under way, and only the newest of the others waits.

/**
 * Returns `ask`. `answer` is called with a question's answer unless the question has been overtaken by `forget`;
 * a question that fails is dropped.
 */
export function createLatestWins<Question, Answer>(
  put: (question: Question) => Promise<Answer>,
  answer: (question: Question, answer: Answer) => void,
): { ask(question: Question): void; forget(): void } {
  let waiting: { question: Question } | null = null;
  let underWay = false;
  let generation = 0;

  async function run(question: Question): Promise<void> {
    underWay = true;
    const asked = generation;
    try {
      const given = await put(question);
      if (asked === generation) answer(question, given);
    } catch {
      // The engine went away while it was asked; whoever still wants to know asks again.
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
