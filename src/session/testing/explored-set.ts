// For tests only: forty test images of two classes with codes of two numbers, and PCA's answer to them.
import { trainedOn } from '../../core/experiment/trained-on';
import type { PcaModel } from '../../core/analysis-api';
import type { TestCodes } from '../../core/engine-api/looking';
import { defaultExperiment } from '../../core/experiment/experiment';
import type { RunId } from '../../core/run/stamp';

export const exploredImages = 40;
export const exploredExperiment = { ...defaultExperiment, codeSize: 2 };

/** Twenty images of class 0 on the left of the map, twenty of class 1 on its right. */
const codes = Float32Array.from({ length: 2 * exploredImages }, (_, i) => {
  const image = i >> 1;
  return i % 2 === 0 ? (image < exploredImages / 2 ? -1 : 1) + 0.01 * image : (image % 20) / 10 - 1;
});

export const exploredCodes = (runId: RunId): TestCodes => ({
  type: 'codes',
  runId,
  step: 0,
  codeSize: 2,
  codes,
  errors: Float32Array.from({ length: exploredImages }, (_, i) => i / 1000),
  labels: Uint16Array.from({ length: exploredImages }, (_, i) => (i < exploredImages / 2 ? 0 : 1)),
  plane: {
    axes: 'code',
    explained: null,
    mean: new Float32Array(2),
    vectors: [Float32Array.of(1, 0), Float32Array.of(0, 1)],
  },
});

/** The same points the other way round. */
export const exploredPca: PcaModel = {
  trainedOn: trainedOn(exploredExperiment),
  sampleShape: [28, 28, 1],
  trainCount: 100,
  mean: new Float32Array(784).fill(0.5),
  components: new Float32Array(784 * 784),
  deviations: new Float32Array(784).fill(1),
  trainMse: new Float32Array(785),
  testMse: new Float32Array(785).fill(0.05),
  testPoints: codes.map((value) => -value),
};
