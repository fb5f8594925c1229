// `model.json` beside `model.safetensors`: what the tensors are of. The layers say how to compute with them; the experiment and the data
// set let the playground go on with them.
import { version } from '../../../../package.json';
import { experimentSchema } from '../../../catalog/experiment-schema';
import { z } from '../../../core/browser/zod';
import { writeSafetensors } from '../../../core/formats/safetensors';
import type { Experiment } from '../../../core/experiment/experiment';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import type { Measured, RunRecord } from '../../runs/run';
import { datasetInfoSchema, measuredSchema } from '../run-file/run-json';
import { layerPlace, weightNames } from '../weight-names';
import { weightTensors } from './checkpoint-tensors';
import { networkOf, type RunNetwork } from './network-of';

export const modelFormat = 'hourglass-model';
const modelVersion = 1;

/** What is read of it again. */
export const modelJsonSchema = z.looseObject({
  format: z.literal(modelFormat),
  version: z.literal(modelVersion),
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
  readonly experiment: Experiment;
  readonly dataset: DatasetInfo;
  readonly step: number;
  readonly samplesPassed: number;
  readonly epoch: number;
  readonly evaluation: Measured | null;
}

/** Also in the metadata of `model.safetensors`, so that the weights alone can be imported. */
export function modelJsonOf(record: RunRecord) {
  const { checkpoint, dataset, plan } = networkOf(record);
  const { experiment, step, samplesPassed } = checkpoint;
  return {
    format: modelFormat,
    version: modelVersion,
    writtenBy: `Hourglass ${version}`,
    experiment,
    dataset,
    step,
    samplesPassed,
    epoch: record.epoch,
    evaluation: record.testAll,
    layers: layersOf({ checkpoint, dataset, plan }),
  };
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

export function safetensorsOf(record: RunRecord): Uint8Array<ArrayBuffer> {
  const { checkpoint, plan } = networkOf(record);
  const { layers: _, ...about } = modelJsonOf(record);
  return writeSafetensors({
    tensors: weightTensors(checkpoint, plan),
    metadata: { format: modelFormat, model: JSON.stringify(about) },
  });
}

/** Tensors and shapes, for a list of them. */
export function tensorsOf(record: RunRecord): { key: string; shape: readonly number[] }[] {
  return weightNames(networkOf(record).plan).map(({ key, shape }) => ({ key, shape }));
}
