// `model.safetensors`, with what its metadata say of the network, or else a `model.json` beside it.
import { networkPlan } from '../../../catalog/architectures/registry';
import { readSafetensors } from '../../../core/formats/safetensors';
import { fail, inFile } from '../run-file-failure';
import { readWeights } from '../weights/checkpoint-tensors';
import { modelFormat, modelJsonSchema, type ModelJson } from '../weights/model-json';
import type { ReadNetwork } from './network-run';
import { bytesOf } from './read-json';

/**
 * @param described the content of the `model.json` beside it; null: there is none
 * @throws RunFileError
 */
export async function readWeightsFile(
  file: string,
  entry: string | null,
  blob: Blob,
  described: unknown,
): Promise<ReadNetwork> {
  const bytes = await bytesOf(file, blob);
  return inFile(file, entry, () => {
    const tensors = readSafetensors(bytes);
    const model = parseModel(file, entry, fromMetadata(tensors.metadata) ?? described);
    const { experiment, dataset, step, samplesPassed, epoch, evaluation } = model;
    return {
      experiment,
      dataset,
      step,
      samplesPassed,
      epoch,
      testAll: evaluation,
      weights: readWeights(tensors, networkPlan(experiment, dataset.shape)),
    };
  });
}

function fromMetadata({ format, model }: Readonly<Record<string, string>>): unknown {
  if (format !== modelFormat || model === undefined) return null;
  try {
    return JSON.parse(model) as unknown;
  } catch {
    return null;
  }
}

/** What is stated of a network, checked. @throws RunFileError */
export function parseModel(file: string, entry: string | null, described: unknown): ModelJson {
  if (described === null) return fail(file, entry, { code: 'network.not-described' });
  const read = modelJsonSchema.safeParse(described);
  if (!read.success) {
    const place = read.error.issues[0]?.path.join('.') ?? '';
    return fail(file, entry, { code: 'run-file.content', place: `model.${place}` });
  }
  if (read.data.dataset.id !== read.data.experiment.dataset)
    return fail(file, entry, { code: 'run-file.content', place: 'model.dataset.id' });
  return read.data as ModelJson;
}
