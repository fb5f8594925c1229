// A task with progress, failure and cancel, where only the latest question counts: the progress and the answers of earlier or
// cancelled questions are dropped.
import type { AnalysisProgress } from '../../core/analysis-api';
import { failureOf, type Failure } from '../../core/failure';

export interface TaskState {
  /** Null while it is not being worked on. */
  readonly progress: AnalysisProgress | null;
  /** Why there is no answer. */
  readonly failure: Failure | null;
}

export const idle: TaskState = { progress: null, failure: null };

export interface TaskPorts<Question, Answer> {
  /** Shows how it stands. */
  readonly show: (state: TaskState) => void;
  /** Said until there is progress to tell. */
  readonly starting: AnalysisProgress['message'];
  /** Null: it was cancelled. @param isWanted false once it is cancelled or overtaken: it need not go on */
  readonly work: (
    question: Question,
    progress: (progress: AnalysisProgress) => void,
    isWanted: () => boolean,
  ) => Promise<Answer | null>;
  readonly onAnswer: (answer: Answer, question: Question) => void;
  /** Tells the worker to stop: the answer is no longer needed. */
  readonly stop?: () => void;
}

export interface Task<Question> {
  readonly start: (question: Question) => Promise<void>;
  readonly cancel: () => void;
}

export function createTask<Question, Answer>(ports: TaskPorts<Question, Answer>): Task<Question> {
  /** The current piece of work; null while idle. */
  let current: object | null = null;

  return {
    async start(question) {
      const mine = {};
      current = mine;
      ports.show({ progress: { message: ports.starting, share: 0 }, failure: null });
      let state = idle;
      let answer: Answer | null = null;
      try {
        const onProgress = (progress: AnalysisProgress) => {
          if (current === mine) ports.show({ progress, failure: null });
        };
        answer = await ports.work(question, onProgress, () => current === mine);
      } catch (error) {
        state = { progress: null, failure: failureOf(error) };
      }
      if (current !== mine) return;
      current = null;
      if (answer !== null) ports.onAnswer(answer, question);
      ports.show(state);
    },
    cancel() {
      if (current === null) return;
      current = null;
      ports.stop?.();
      ports.show(idle);
    },
  };
}
