import { beforeEach, describe, expect, it } from 'vitest';
import type { AnalysisProgress, PcaModel } from '../core/analysis-api';
import type { DatasetId } from '../core/experiment';
import { createPcaFeed } from './pca-feed';
import { noPca, pcaStore } from './pca-store';

const modelOf = (dataset: DatasetId) => ({ dataset, trainCount: 3 }) as PcaModel;
const settle = () => new Promise((resolve) => setTimeout(resolve));

interface Asked {
  dataset: DatasetId;
  tell: (progress: AnalysisProgress) => void;
  answer: (model: PcaModel) => void;
  fail: (message: string) => void;
}

describe('the feed of PCA', () => {
  let asked: Asked[];
  const feed = () =>
    createPcaFeed(() => ({
      pca: (dataset, tell) =>
        new Promise((answer, reject) => {
          asked.push({ dataset, tell, answer, fail: (message) => reject(new Error(message)) });
        }),
    }));

  beforeEach(() => {
    asked = [];
    pcaStore.setState(noPca, true);
  });

  it('asks once, when all of the data has arrived, and keeps the answer', async () => {
    const { follow } = feed();
    follow('mnist', false);
    expect(asked).toEqual([]);
    follow('mnist', true);
    follow('mnist', true);
    expect(asked.map(({ dataset }) => dataset)).toEqual(['mnist']);
    asked[0]?.tell({ message: 'Adding up', share: 0.5 });
    expect(pcaStore.getState().progress).toEqual({ message: 'Adding up', share: 0.5 });
    asked[0]?.answer(modelOf('mnist'));
    await settle();
    expect(pcaStore.getState()).toMatchObject({ model: modelOf('mnist'), progress: null });
    asked[0]?.tell({ message: 'late', share: 0.9 });
    expect(pcaStore.getState().progress).toBeNull();
    follow('mnist', true);
    expect(asked).toHaveLength(1);
  });

  it('lets go of the answer for another data set, one under way too', async () => {
    const { follow } = feed();
    follow('mnist', true);
    follow('quickdraw', false);
    asked[0]?.answer(modelOf('mnist'));
    await settle();
    expect(pcaStore.getState()).toEqual({ ...noPca, dataset: 'quickdraw' });
  });

  it('says why there is none, and asks again only when told to', async () => {
    const { follow, retry } = feed();
    follow('mnist', true);
    asked[0]?.fail('train-0.shard could not be had');
    await settle();
    expect(pcaStore.getState()).toMatchObject({
      model: null,
      progress: null,
      failure: 'train-0.shard could not be had',
    });
    follow('mnist', true);
    expect(asked).toHaveLength(1);
    retry();
    expect(asked).toHaveLength(2);
    expect(pcaStore.getState().failure).toBeNull();
  });

  it('asks nobody where there is no analysis', () => {
    createPcaFeed(() => null).follow('mnist', true);
    expect(pcaStore.getState()).toEqual({ ...noPca, dataset: 'mnist' });
  });
});
