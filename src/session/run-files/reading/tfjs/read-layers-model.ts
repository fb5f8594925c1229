// A layers model of TensorFlow.js as a network: one model of the whole autoencoder, or an encoder and a decoder.
import { experimentSchema } from '../../../../catalog/experiment-schema';
import { repairExperiment } from '../../../../core/experiment/rules';
import type { Experiment } from '../../../../core/experiment/experiment';
import { isObject } from '../../../../core/plain/is-object';
import type { DatasetInfo } from '../../../../core/samples/dataset-info';
import { sampleSize } from '../../../../core/samples/samples';
import { fail, failWith, RunFileError, type RunFileProblem } from '../../run-file-failure';
import { codedFailureOf } from '../../../../core/failure';
import type { ReadNetwork } from '../network-run';
import { parseModel } from '../read-weights-file';
import { findLayers, recogniseNetwork, type FoundLayer } from './recognise-network';
import { readStoredWeights } from './stored-weights';
import { readTopology, type Topology } from './topology';

/** A `model.json`, and how to get at the files that it names. */
export interface LayersModelFile {
  /** The file in the archive; null: the chosen file itself. */
  readonly entry: string | null;
  readonly json: Readonly<Record<string, unknown>>;
  readonly bytesOf: (path: string) => Promise<Uint8Array>;
}

/** The data set for samples of this shape, or of as many numbers; null where there is none. */
export type FindDataset = (shape: readonly number[]) => Promise<DatasetInfo | null>;

interface ReadModel extends Topology {
  readonly found: readonly FoundLayer[];
}

/**
 * @param models the autoencoder, or the encoder and the decoder
 * @throws RunFileError
 */
export async function readLayersModel(
  file: string,
  models: readonly LayersModelFile[],
  findDataset: FindDataset,
): Promise<ReadNetwork> {
  const entry = models[0]?.entry ?? null;
  try {
    const read = await Promise.all(models.map(readModel));
    const stated = statedModel(file, entry, models[0]?.json);
    const [encoder, decoder] = halvesOf(read);
    const size = inputSize(read[0]);
    const shape = read[0]?.inputShape ?? [size];
    const dataset = stated?.dataset ?? (await findDataset(shape));
    if (!dataset) return failWith({ code: 'network.no-data', size: sampleSize(shape) });
    if (stated === null && encoder.length > 1 && encoder.at(-1)?.from === encoder.at(-2)?.from)
      return failWith({ code: 'network.branches' });
    const known: Partial<Experiment> = stated?.experiment ?? experimentFor(dataset);
    const { experiment, weights } = recogniseNetwork(encoder, decoder, dataset.shape, known);
    const { step = 0, samplesPassed = 0, epoch = 0, evaluation = null } = stated ?? {};
    return { experiment, dataset, weights, step, samplesPassed, epoch, testAll: evaluation };
  } catch (error) {
    if (error instanceof RunFileError) throw error;
    const problem = codedFailureOf(error);
    if (problem === null) throw error;
    return fail(file, entry, problem as RunFileProblem, error);
  }
}

async function readModel({ json, bytesOf }: LayersModelFile): Promise<ReadModel> {
  const topology = readTopology(json['modelTopology']);
  const weights = await readStoredWeights(json['weightsManifest'], bytesOf);
  return { ...topology, found: findLayers(topology, weights) };
}

/** What the playground itself has written of the network; null where another program wrote the file. */
function statedModel(file: string, entry: string | null, json: LayersModelFile['json'] = {}) {
  const metadata = json['userDefinedMetadata'];
  const stated = isObject(metadata) ? metadata['hourglass'] : undefined;
  return stated === undefined ? null : parseModel(file, entry, stated);
}

/** Settings that suit the data: a linear output on signals, and all else as the playground begins. */
function experimentFor({ id }: DatasetInfo): Partial<Experiment> {
  const parsed = experimentSchema.safeParse({ dataset: id });
  return parsed.success ? repairExperiment(parsed.data).experiment : {};
}

/** One model is cut in its middle: half of its layers are the encoder's. */
function halvesOf(models: readonly ReadModel[]): [readonly FoundLayer[], readonly FoundLayer[]] {
  const [first, second] = models.map(({ found }) => found);
  if (first === undefined || first.length === 0) return failWith({ code: 'network.not-described' });
  if (second !== undefined) return [first, second];
  const isChain = first.every(({ from }, i) => from === (first[i - 1]?.name ?? ''));
  if (!isChain) return failWith({ code: 'network.branches' });
  return [first.slice(0, Math.ceil(first.length / 2)), first.slice(Math.ceil(first.length / 2))];
}

function inputSize(model: ReadModel | undefined): number {
  return model?.found[0]?.kernel.shape.at(-2) ?? 0;
}
