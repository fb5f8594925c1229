// `model.json` beside `model.safetensors`: what the tensors are of. The layers say how to compute with them; the experiment and the data
// set let the playground go on with them.
import { experimentSchema } from '../../../catalog/experiment-schema';
import { z } from '../../../core/browser/zod';
import { writeSafetensors } from '../../../core/formats/safetensors';
import type { Experiment } from '../../../core/experiment/experiment';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { appVersion } from '../../archive/kept-run';
import type { Measured, RunRecord } from '../../runs/run';
import { datasetInfoSchema, labelsSchema, measuredSchema } from '../run-file/run-json';
import { layerPlace, weightNames } from '../weight-names';
import { weightTensors } from './checkpoint-tensors';
import { networkOf, type RunNetwork } from './network-of';

export const modelFormat = 'hourglass-model';
const modelVersion = 1;

/** What is read of it again. */
export const modelJsonSchema = z.looseObject({
  format: z.literal(modelFormat),
  version: z.literal(modelVersion),
  name: z.optional(labelsSchema.shape.name),
  experiment: experimentSchema,
  dataset: datasetInfoSchema,
  step: z.int().check(z.nonnegative()),
  samplesPassed: z.int().check(z.nonnegative()),
  epoch: z.number().check(z.nonnegative()),
  /** On the whole test set. */
  evaluation: measuredSchema,
});

/** What is stated of a network; JSON has no field that is there and undefined. */
export interface ModelJson {
  /** What the person calls the run; null: what it is. Absent where another program wrote the file. */
  readonly name?: string | null;
  readonly experiment: Experiment;
  readonly dataset: DatasetInfo;
  readonly step: number;
  readonly samplesPassed: number;
  readonly epoch: number;
  readonly evaluation: Measured | null;
}

/** What is said of the network; also in the metadata of `model.safetensors`, so that the weights alone can be imported. */
export function describeNetwork(record: RunRecord, name: string | null) {
  const { checkpoint, dataset } = networkOf(record);
  const { experiment, step, samplesPassed } = checkpoint;
  return {
    format: modelFormat,
    version: modelVersion,
    writtenBy: `Hourglass ${appVersion}`,
    name,
    experiment,
    dataset,
    step,
    samplesPassed,
    epoch: record.epoch,
    evaluation: record.testAll,
  };
}

export function modelJsonOf(record: RunRecord, name: string | null) {
  return { ...describeNetwork(record, name), layers: layersOf(networkOf(record)) };
}

/** Every layer in order, with the keys of its tensors. */
function layersOf({ plan }: RunNetwork) {
  return plan.layers.map((layer) => {
    const { kind, activation, inputShape, outputShape, strides } = layer;
    const place = layerPlace(layer, plan.codeBoundary);
    return {
      place,
      kind,
      activation,
      inputShape,
      outputShape,
      ...(kind !== 'dense' && { strides, padding: 'same' }),
      kernel: `${place}/kernel`,
      bias: `${place}/bias`,
    };
  });
}

export function safetensorsOf(record: RunRecord, name: string | null): Uint8Array<ArrayBuffer> {
  const { checkpoint, plan } = networkOf(record);
  return writeSafetensors({
    tensors: weightTensors(checkpoint, plan),
    metadata: { format: modelFormat, model: JSON.stringify(describeNetwork(record, name)) },
  });
}

/** Tensors and shapes, for a list of them. */
export function tensorsOf(record: RunRecord): { key: string; shape: readonly number[] }[] {
  return weightNames(networkOf(record).plan).map(({ key, shape }) => ({ key, shape }));
}
