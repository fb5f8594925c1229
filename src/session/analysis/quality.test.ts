import { expect, it } from 'vitest';
import type { QualityRequest } from '../../core/analysis-api';
import { defaultExperiment } from '../../core/experiment/experiment';
import { newRun } from '../runs/run';
import type { EngineQuestions } from '../engine/engine-questions';
import { createQuality } from './quality';

const stamp = { runId: '1', step: 7 };
const plane = {
  axes: 'code' as const,
  explained: null,
  mean: new Float32Array(2),
  vectors: [Float32Array.of(1, 0), Float32Array.of(0, 1)] as const,
};

it('is measured on test images of the classes that are trained on', async () => {
  const asked: QualityRequest[] = [];
  const images: Uint32Array[] = [];
  const questions = {
    encodeTraining: () =>
      Promise.resolve({ ...stamp, codes: new Float32Array(2 * 6), labels: Uint16Array.of(1, 7, 7, 1, 1, 7) }),
    testImages: (indices: Uint32Array) => {
      images.push(indices);
      return Promise.resolve(new Float32Array(indices.length));
    },
    encode: (given: Float32Array) => Promise.resolve({ ...stamp, codes: new Float32Array(2 * given.length) }),
  } as unknown as EngineQuestions;
  const experiment = { ...defaultExperiment, codeSize: 2, classes: [1, 7] };
  const labels = Uint16Array.of(0, 7, 3, 1, 9, 7);
  const testCodes = { type: 'codes' as const, ...stamp, codeSize: 2, plane, labels };
  const run = {
    ...newRun('1', experiment, null),
    testCodes: { ...testCodes, codes: new Float32Array(12), errors: new Float32Array(6) },
  };
  const quality = createQuality({
    analysis: {
      quality(request) {
        asked.push(request);
        return Promise.resolve(null);
      },
      cancel: () => undefined,
    },
    questions,
    run: { getState: () => run },
  });
  quality.measure();
  await new Promise((resolve) => setTimeout(resolve));
  expect(images).toEqual([Uint32Array.of(1, 3, 5)]);
  expect(asked[0]).toMatchObject({
    testIndices: Uint32Array.of(1, 3, 5),
    testLabels: Uint16Array.of(7, 1, 7),
    trainedOn: { classes: [1, 7] },
  });
});
