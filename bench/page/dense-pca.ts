// PCA of a data set without a zero pixel, the slowest case; four in five pixels of MNIST are 0.
import { allOf } from '../../src/core/experiment/trained-on';
import { principalComponents } from '../../src/analysis/pca/pca';
import { pcg4d, words } from '../../src/core/random';
import type { Samples } from '../../src/core/samples/samples';

/** Random bytes of 1 to 255. */
function denseImages(count: number): Samples {
  const values = new Uint8Array(count * 784);
  for (let i = 0; i < values.length; i++) {
    pcg4d(count, 0, i, 0);
    values[i] = Math.max(1, (words[0] ?? 0) >>> 24);
  }
  return { values, shape: [28, 28, 1], count, labels: new Uint16Array(count), classNames: ['one'] };
}

/** Seconds for `count` training images and a sixth as many test images. */
async function densePca(count: number) {
  const samples = { train: denseImages(count), test: denseImages(count / 6) };
  const startedAt = performance.now();
  await principalComponents(allOf('mnist'), samples, () => undefined);
  return (performance.now() - startedAt) / 1000;
}

Object.assign(window, { densePca });

declare global {
  interface Window {
    densePca: typeof densePca;
  }
}
