// The answer to a question for a map of chosen test images. Its plane is fitted to their codes alone, so that several networks can be
// mapped from the same images.
import type { TestMap } from '../../../core/engine-api/asking';
import type { Stamp } from '../../../core/run/stamp';
import type { OpenDataset } from '../../dataset/dataset-slot';
import { labelledImages } from '../../dataset/test-set';
import type { Network } from '../../network/network';
import { encodeImages } from '../answers';
import { CodePositions } from './code-positions';

/** Null before the test images have loaded. @param indices of test images, given to the network clean */
export async function mapOfTestImages(
  { network, dataset: { handle } }: { network: Network; dataset: OpenDataset },
  indices: Uint32Array,
): Promise<Omit<TestMap, keyof Stamp> | null> {
  if (!handle.testReady()) return null;
  const { images, labels } = labelledImages(handle.test, indices);
  const encoded = await encodeImages(network, images);
  if (encoded === null) return null;
  const { points, axes, explained } = await new CodePositions().fit(
    encoded.codes,
    network.experiment.codeSize,
  );
  return { points, labels, axes, explained };
}
