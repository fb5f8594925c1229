// A question whose answer a component shows: put again when it changes or the weights have; of questions that come faster than
// answers only the newest is put.
import { useEffect, useState } from 'react';
import type { Session } from '../session';
import { useSession } from './session-context';
import { failureOf, type Failure } from '../../core/failure';
import { createLatestWins } from '../tasks/latest-wins';

export interface Asked<Question, Answer> {
  readonly question: Question;
  /** Null where it failed. */
  readonly answer: Answer | null;
  readonly failure: Failure | null;
}

export interface TaskTiming {
  /** Another value asks again. */
  readonly again?: unknown;
  /** The question is put when it has stood for so long. */
  readonly delayMs?: number;
}

/**
 * The latest question that was answered or failed, also while a newer one is under way; null before the first and while there
 * is no question.
 * @param question the same object while it is the same question
 * @param put the one of the first rendering is used
 */
export function useTask<Question, Answer>(
  question: Question | null,
  put: (question: Question, session: Session) => Promise<Answer | null>,
  { again, delayMs = 0 }: TaskTiming = {},
): Asked<Question, Answer> | null {
  const session = useSession();
  const [asked, setAsked] = useState<Asked<Question, Answer> | null>(null);
  const [questions] = useState(() =>
    createLatestWins<Question, Answer | null>(
      (one) => put(one, session),
      (one, answer) => {
        if (answer !== null) setAsked({ question: one, answer, failure: null });
      },
      (one, error) => setAsked({ question: one, answer: null, failure: failureOf(error) }),
    ),
  );
  useEffect(() => {
    if (question === null) {
      questions.forget();
      return undefined;
    }
    if (delayMs === 0) {
      questions.ask(question);
      return undefined;
    }
    const timer = setTimeout(() => questions.ask(question), delayMs);
    return () => clearTimeout(timer);
  }, [question, again, delayMs, questions]);
  useEffect(() => () => questions.forget(), [questions]);
  return question === null ? null : asked;
}

/** Only the latest answer. A question that fails is dropped; the caller can ask again. */
export function useAnswer<Question, Answer>(
  question: Question | null,
  put: (question: Question, session: Session) => Promise<Answer | null>,
  again: unknown,
): Answer | null {
  const quiet = (one: Question, session: Session) => put(one, session).catch(() => null);
  return useTask(question, quiet, { again })?.answer ?? null;
}
