import { beforeEach, describe, expect, it } from 'vitest';
import type { AnalysisProgress } from '../../core/analysis-api';
import { settle } from '../testing/test-session';
import { createTask, idle, type Task, type TaskState } from './task';

interface Work {
  question: string;
  tell: (progress: AnalysisProgress) => void;
  isWanted: () => boolean;
  answer: (answer: string | null) => void;
  fail: (error: unknown) => void;
}

describe('a task', () => {
  let task: Task<string>;
  let state: TaskState;
  let works: Work[];
  let answers: string[];
  let stops: number;

  beforeEach(() => {
    state = idle;
    works = [];
    answers = [];
    stops = 0;
    task = createTask<string, string>({
      show: (next) => (state = next),
      starting: { code: 'analysis.starting' },
      work: (question, tell, isWanted) =>
        new Promise((answer, fail) => works.push({ question, tell, isWanted, answer, fail })),
      onAnswer: (answer, question) => answers.push(`${question}: ${answer}`),
      stop: () => stops++,
    });
  });

  it('shows how far it is, then its answer', async () => {
    void task.start('a');
    expect(state).toEqual({ progress: { message: { code: 'analysis.starting' }, share: 0 }, failure: null });
    works[0]?.tell({ message: { code: 'umap.neighbours' }, share: 0.5 });
    expect(state.progress?.share).toBe(0.5);
    works[0]?.answer('yes');
    await settle();
    expect([answers, state]).toEqual([['a: yes'], idle]);
    works[0]?.tell({ message: { code: 'umap.neighbours' }, share: 0.9 });
    expect(state).toEqual(idle);
  });

  it('says why it failed, until it is started again', async () => {
    void task.start('a');
    works[0]?.fail(new Error('no data'));
    await settle();
    expect(state).toEqual({ progress: null, failure: { code: 'unexpected', detail: 'no data' } });
    void task.start('a');
    expect(state.failure).toBeNull();
  });

  it('is over at once when it is cancelled, and takes no answer then', async () => {
    void task.start('a');
    task.cancel();
    expect([state, stops, works[0]?.isWanted()]).toEqual([idle, 1, false]);
    works[0]?.answer('yes');
    await settle();
    expect([answers, state]).toEqual([[], idle]);
    task.cancel();
    expect(stops).toBe(1);
  });

  it('answers only the latest question', async () => {
    void task.start('a');
    void task.start('b');
    works[1]?.answer('second');
    works[0]?.answer('first');
    await settle();
    expect(answers).toEqual(['b: second']);
    void task.start('c');
    works[0]?.tell({ message: { code: 'umap.neighbours' }, share: 0.9 });
    expect(state.progress?.share).toBe(0);
  });

  it('has no answer when the worker says that it was cancelled', async () => {
    void task.start('a');
    works[0]?.answer(null);
    await settle();
    expect([answers, state]).toEqual([[], idle]);
  });
});
