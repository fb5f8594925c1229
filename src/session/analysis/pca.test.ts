import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnalysisProgress, PcaModel } from '../../core/analysis-api';
import { allOf, type TrainedOn } from '../../core/experiment/trained-on';
import { createPca, type Pca } from './pca';
import { settle } from '../testing/test-session';

const [mnist, quickdraw] = [allOf('mnist'), allOf('quickdraw')];
const modelOf = (of: TrainedOn) => ({ trainedOn: of, trainCount: 3 }) as PcaModel;
const none = { model: null, progress: null, failure: null };

interface Asked {
  of: TrainedOn;
  tell: (progress: AnalysisProgress) => void;
  answer: (model: PcaModel) => void;
  fail: (message: string) => void;
}

describe('PCA of the data set in use', () => {
  let asked: Asked[];
  let pca: Pca;
  const state = () => pca.store.getState();

  beforeEach(() => {
    asked = [];
    pca = createPca({
      pca: (of, tell) =>
        new Promise((answer, reject) => {
          asked.push({ of, tell, answer, fail: (message) => reject(new Error(message)) });
        }),
    });
  });

  it('asks once, when all of the data has arrived, and keeps the answer', async () => {
    pca.follow(mnist, false);
    expect(asked).toEqual([]);
    pca.follow(mnist, true);
    pca.follow(mnist, true);
    expect(asked.map(({ of }) => of)).toEqual([mnist]);
    asked[0]?.tell({ message: { code: 'pca.summing', split: 'train' }, share: 0.5 });
    expect(state().progress).toEqual({ message: { code: 'pca.summing', split: 'train' }, share: 0.5 });
    asked[0]?.answer(modelOf(mnist));
    await settle();
    expect(state()).toMatchObject({ model: modelOf(mnist), progress: null });
    asked[0]?.tell({ message: { code: 'pca.projecting' }, share: 0.9 });
    expect(state().progress).toBeNull();
    pca.follow(mnist, true);
    expect(asked).toHaveLength(1);
  });

  it('lets go of the answer for another data set, one under way too', async () => {
    pca.follow(mnist, true);
    pca.follow(quickdraw, false);
    asked[0]?.answer(modelOf(mnist));
    await settle();
    expect(state()).toEqual({ ...none, of: quickdraw });
  });

  it('is asked for again when other samples are trained on, once the choice rests', async () => {
    vi.useFakeTimers();
    pca.follow(mnist, true);
    asked[0]?.answer(modelOf(mnist));
    await vi.advanceTimersByTimeAsync(0);
    for (const classes of [[1], [1, 2], [1, 2, 3]]) {
      pca.follow({ ...mnist, classes }, true);
      expect(state().model).toBeNull();
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.map(({ of }) => of.classes)).toEqual([[], [1, 2, 3]]);
    // The seed decides on the split alone: without one it is the same set.
    pca.follow({ ...mnist, classes: [1, 2, 3], seed: 9 }, true);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(2);
    pca.follow({ ...mnist, validationShare: 0.1, seed: 9 }, true);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked[2]?.of).toEqual({ ...mnist, validationShare: 0.1, seed: 9 });
    vi.useRealTimers();
  });

  it('says why there is none, and asks again only when told to', async () => {
    pca.follow(mnist, true);
    asked[0]?.fail('train-0.shard could not be had');
    await settle();
    expect(state()).toMatchObject({
      model: null,
      progress: null,
      failure: { code: 'unexpected', detail: 'train-0.shard could not be had' },
    });
    pca.follow(mnist, true);
    expect(asked).toHaveLength(1);
    pca.retry();
    expect(asked).toHaveLength(2);
    expect(state().failure).toBeNull();
  });

  it('asks nobody where there is no analysis', () => {
    pca = createPca(null);
    pca.follow(mnist, true);
    expect(state()).toEqual({ ...none, of: mnist });
  });
});
