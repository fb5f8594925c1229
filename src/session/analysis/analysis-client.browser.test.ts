// Questions to an analysis worker that ends before it answers.
import { allOf } from '../../core/experiment/trained-on';
import { afterEach, expect, it, vi } from 'vitest';
import { failureOf } from '../../core/failure';
import { openAnalysis } from './analysis-client';

/** Speaks comlink's wire format: holds the lock, and closes without a word when it is asked for a PCA. */
const script = `
  onmessage = ({ data: { id, path, argumentList } }) => {
    if (path[0] === 'pca') close();
    else if (path[0] === 'nearestTraining') postMessage({ id, type: 'RAW', value: 'answered' });
    else navigator.locks.request(argumentList[0].value.lifeLock, () => {
      postMessage({ id, type: 'RAW', value: undefined });
      return new Promise(() => {});
    });
  };
`;

afterEach(() => vi.unstubAllGlobals());

it('fail with the reason when the worker ends silently, and the next question starts another', async () => {
  let started = 0;
  vi.stubGlobal(
    'Worker',
    class extends Worker {
      constructor() {
        super(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
        started++;
      }
    },
  );
  const analysis = openAnalysis(() => null);
  expect(started).toBe(0);
  await analysis.nearestTraining(allOf('mnist'), new Float32Array(), 1);
  // The lock is held and watched a moment later.
  await expect.poll(async () => (await navigator.locks.query()).pending?.length).toBe(1);
  const failure = analysis.pca(allOf('mnist'), () => undefined).catch(failureOf);
  expect(await failure).toEqual({ code: 'worker.ended' });
  expect(await analysis.nearestTraining(allOf('mnist'), new Float32Array(), 1)).toBe('answered');
  expect(started).toBe(2);
});
