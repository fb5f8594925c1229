// Real handwritten digits for tests: the first images of the prepared MNIST.
import { sampleSize, type Samples } from '../../core/samples/samples';
import { openDataset } from '../../data/sources/load-dataset';
import { servedSource } from '../../data/sources/served/served-source';

/**
 * Opens the first training and test images.
 * @throws ShardError when the set-up has not prepared the data
 */
export async function openDigits(
  trainCount: number,
  testCount: number,
): Promise<{ train: Samples; test: Samples }> {
  const dataset = await openDataset(servedSource(new URL('/', location.href).href, 'mnist'), {
    onProgress: () => undefined,
    onFailure: () => undefined,
  });
  try {
    await Promise.all([dataset.whenTrainReady(trainCount), dataset.whenTestReady()]);
    return { train: first(dataset.train, trainCount), test: first(dataset.test, testCount) };
  } finally {
    dataset.dispose();
  }
}

function first({ values, labels, ...rest }: Samples, count: number): Samples {
  const size = sampleSize(rest.shape);
  return { ...rest, values: values.slice(0, count * size), labels: labels.slice(0, count), count };
}
