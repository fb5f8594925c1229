// The only local minimum of a linear autoencoder under squared error is the global one, principal component analysis (Baldi &
// Hornik 1989). Its error therefore approaches that of PCA with as many components, and never falls below it.
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { beforeAll, expect, test } from 'vitest';
import { defaultExperiment } from '../../core/experiment/experiment';
import { sampleSize, valueScale, type Samples } from '../../core/samples/samples';
import { initialCheckpoint } from '../network/weights/initial-weights';
import { Network } from '../network/network';
import { openDigits } from '../testing/digits';
import { startForTest } from '../testing/start-backend';
import { makeSteps } from '../testing/steps';

beforeAll(() => startForTest('wasm'));

/** Mean squared error per pixel after projecting the images on their first k components, for each k from 0 up. */
function pcaErrors(samples: Samples, components: readonly number[]): number[] {
  const { count } = samples;
  const size = sampleSize(samples.shape);
  const pixels = Array.from({ length: count }, (_, row) =>
    Array.from(samples.values.subarray(row * size, (row + 1) * size), (value) => value * valueScale(samples)),
  );
  const images = new Matrix(pixels).center('column'); // [count, size]
  // The Gram matrix of the images has the same nonzero eigenvalues as the scatter matrix of the pixels, and is smaller.
  const products = images.mmul(images.transpose());
  const { realEigenvalues } = new EigenvalueDecomposition(products, { assumeSymmetric: true });
  const ascending = realEigenvalues.toSorted((a, b) => a - b);
  return components.map(
    (kept) => ascending.slice(0, count - kept).reduce((sum, value) => sum + value, 0) / (count * size),
  );
}

const images = 300;
const codeSizes = [2, 8];
const steps = 500;

test(
  'a linear network gets within 2 % of the error of PCA, and never below it',
  { timeout: 300_000 },
  async () => {
    const { train } = await openDigits(images, 1);
    const errors = pcaErrors(train, codeSizes);
    for (const [i, codeSize] of codeSizes.entries()) {
      const experiment = {
        ...defaultExperiment,
        hidden: [32],
        activation: 'linear' as const,
        codeActivation: 'linear' as const,
        outputActivation: 'linear' as const,
        codeSize,
        // all images in every step
        batchSize: images,
        learningRate: 0.01,
        schedule: 'cosine' as const,
        scheduleEpochs: steps,
      };
      const network = new Network(initialCheckpoint(experiment, train.shape), train.shape, images);
      const losses = await makeSteps(network, train, steps);
      network.dispose();
      const pca = errors[i] ?? Number.NaN;
      expect(Math.min(...losses)).toBeGreaterThan(pca * (1 - 1e-4));
      expect(losses.at(-1)).toBeLessThan(pca * 1.02);
    }
  },
);
