import { digitsInfo } from '../../core/samples/testing/digits-info';
import { beforeEach, describe, expect, it } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { datasets } from '../../catalog/datasets/registry';
import type { TestCodes } from '../../core/engine-api/looking';
import { defaultExperiment, type Experiment } from '../../core/experiment/experiment';
import { applyEvent } from '../runs/apply-event';
import { newRun, type Run } from '../runs/run';
import { startedEvent } from '../testing/fake-engine';
import { createExplore, type Explore } from './explore';
import { classOf } from './exploration';

const classNames = ['8', '3', '5', 'face', 'circle', 'square'];

/** Two test images of each class. */
function encoded(runId: string, labels = classNames.flatMap((_, label) => [label, label])): TestCodes {
  const { codeSize } = defaultExperiment;
  return {
    type: 'codes',
    runId,
    step: 0,
    codeSize,
    codes: new Float32Array(labels.length * codeSize),
    errors: new Float32Array(labels.length),
    labels: Uint16Array.from(labels),
    plane: { axes: 'code', explained: null, mean: new Float32Array(codeSize), vectors: [] },
  } as unknown as TestCodes;
}

describe('the arithmetic', () => {
  let run: StoreApi<Run>;
  let explore: Explore;

  function begin(runId: string, experiment: Experiment = defaultExperiment): void {
    const fresh = newRun(runId, experiment, null);
    const dataset = { ...digitsInfo, classNames };
    run.setState(applyEvent(fresh, { ...startedEvent(runId, experiment), dataset }), true);
  }
  const encode = (codes: TestCodes) => run.setState(applyEvent(run.getState(), codes), true);
  const placed = () => {
    const { a, b, c } = explore.store.getState().arithmetic;
    return [a, b, c].map((set) => {
      const label = classOf(set);
      return label === null ? null : classNames[label];
    });
  };

  beforeEach(() => {
    run = createStore<Run>()(() => newRun('0', defaultExperiment, null));
    explore = createExplore({ run, onOtherImages: () => undefined, onOtherRun: () => undefined });
    explore.keepFitting();
    begin('1');
  });

  it('begins with the example of the data set once its test images are encoded', () => {
    expect(placed()).toEqual([null, null, null]);
    encode(encoded('1'));
    expect(placed()).toEqual(datasets.mnist.arithmetic);
    expect(Array.from(explore.store.getState().arithmetic.b?.indices ?? [])).toEqual([2, 3]);
  });

  it('stays what the person makes of it, and begins anew with another data set', () => {
    encode(encoded('1'));
    for (const place of ['a', 'b', 'c'] as const) explore.putInPlace(place, null);
    encode(encoded('1'));
    begin('2');
    encode(encoded('2'));
    expect(placed()).toEqual([null, null, null]);
    begin('3', { ...defaultExperiment, dataset: 'quickdraw' });
    encode(encoded('3'));
    expect(placed()).toEqual(datasets.quickdraw.arithmetic);
  });

  it('the path begins between two classes, unless the person has chosen an end', () => {
    encode(encoded('1'));
    expect(explore.store.getState().ends.to).toEqual({ kind: 'test', index: 2 });
    begin('2', { ...defaultExperiment, dataset: 'quickdraw' });
    explore.setPathEnd('to', { kind: 'test', index: 1 });
    encode(encoded('2'));
    expect(explore.store.getState().ends.to).toEqual({ kind: 'test', index: 1 });
    begin('3', { ...defaultExperiment, dataset: 'patches' });
    encode(encoded('3', [0, 0, 0]));
    expect(explore.store.getState().ends.to).toEqual({ kind: 'test', index: 1 });
  });

  it('begins empty where a class of the example has no images', () => {
    encode(encoded('1', [0, 1]));
    expect(placed()).toEqual([null, null, null]);
  });
});
