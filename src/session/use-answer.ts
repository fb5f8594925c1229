// A question whose answer a view shows: put again when it changes or the weights have; of questions that come faster than
// answers only the newest is put.
import { useEffect, useState } from 'react';
import { createLatestWins } from './latest-wins';

/**
 * The latest answer, also while a newer question is under way; null before the first and while there is no question.
 * @param question the same object while it is the same question
 * @param put must always be the same function
 * @param again another value asks again
 */
export function useAnswer<Question, Answer>(
  question: Question | null,
  put: (question: Question) => Promise<Answer | null>,
  again: unknown,
): Answer | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [questions] = useState(() =>
    createLatestWins(put, (_, given: Answer | null) => {
      if (given !== null) setAnswer(given);
    }),
  );
  useEffect(() => {
    if (question === null) questions.forget();
    else questions.ask(question);
  }, [question, again, questions]);
  useEffect(() => () => questions.forget(), [questions]);
  return question === null ? null : answer;
}
