import { expect, it } from 'vitest';
import { allOf } from '../../../core/experiment/trained-on';
import type { CleanedByRivals, CleaningQuestion } from '../../../core/sound/cleaning-api';
import { settle } from '../../testing/test-session';
import { idle, type TaskState } from '../../tasks/task';
import type { Versions } from '../versions';
import { createRivals } from './rivals';

function make() {
  const asked: CleaningQuestion[] = [];
  const answers: ((given: CleanedByRivals | Error) => void)[] = [];
  const found: Versions[] = [];
  const shown: TaskState[] = [];
  const rivals = createRivals(
    {
      cleanSound: (question) => {
        asked.push(question);
        return new Promise((resolve, reject) =>
          answers.push((given) => (given instanceof Error ? reject(given) : resolve(given))),
        );
      },
      cancel: () => undefined,
    },
    { show: (state) => shown.push(state), onAnswer: (versions) => found.push(versions) },
  );
  return { asked, answers, found, shown, rivals };
}
const signal = (value: number) => new Float32Array(4).fill(value);
const question = (codeSize: number) => ({ noisy: signal(1), noise: signal(2), codeSize });
const cleaned = (pca: Float32Array | null) => ({ gate: signal(3), wiener: signal(4), linear: null, pca });

it('does not keep the gate and the filter waiting for PCA, which is fitted once', async () => {
  const { asked, answers, found, rivals } = make();
  rivals.ask(question(8));
  answers[0]!(cleaned(null));
  await settle();
  expect(asked.map(({ windows }) => windows)).toEqual([null, allOf('piano')]);
  expect(found).toEqual([{ gate: signal(3), wiener: signal(4) }]);
  answers[1]!(cleaned(signal(5)));
  await settle();
  expect(found[1]).toEqual({ gate: signal(3), wiener: signal(4), pca: signal(5) });
  rivals.ask(question(16));
  expect(asked[2]).toMatchObject({ windows: allOf('piano'), codeSize: 16 });
  expect(asked).toHaveLength(3);
});

it('drops the answer to a question that was overtaken, and answers the newest', async () => {
  const { asked, answers, found, rivals } = make();
  rivals.ask(question(8));
  rivals.ask(question(9));
  rivals.ask(question(10));
  answers[0]!(cleaned(null));
  await settle();
  expect(found).toEqual([]);
  expect(asked.map(({ codeSize }) => codeSize)).toEqual([8, 10]);
});

it('says why there is no answer, and nothing after it is closed', async () => {
  const { answers, found, shown, rivals } = make();
  rivals.ask(question(8));
  answers[0]!(new Error('no'));
  await settle();
  expect(shown.at(-1).failure).toEqual({ code: 'unexpected', detail: 'no' });
  rivals.ask(question(8));
  rivals.close();
  answers[1]!(cleaned(null));
  await settle();
  expect(found).toEqual([]);
  expect(shown.at(-1)).toBe(idle);
});
