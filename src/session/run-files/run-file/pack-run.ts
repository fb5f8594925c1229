// The run file, `.hourglass`: a ZIP with everything of a run, so that it goes on elsewhere with the losses that it would have had
// here. Its data are not in it; `run.json` names them.
import { version } from '../../../../package.json';
import { writeSafetensors, type Tensor } from '../../../core/formats/safetensors';
import { networkPlan } from '../../../catalog/architectures/registry';
import type { Checkpoint } from '../../../core/run/checkpoint';
import { browserSha256 } from '../../../data/checksum';
import type { KeptRun } from '../../archive/kept-run';
import type { RunLabels } from '../../archive/run-entry';
import { thumbnailPicture } from '../pictures/thumbnail-picture';
import { slotTensors, weightTensors } from '../weights/checkpoint-tensors';
import { writeZip, type RunFile } from '../zip/write-zip';
import { runFileFormat, runFileVersion } from './run-json';

/** The files in a run file. */
export const entryNames = {
  run: 'run.json',
  model: 'model.safetensors',
  optimizer: 'optimizer.safetensors',
  bestModel: 'best/model.safetensors',
  bestOptimizer: 'best/optimizer.safetensors',
  thumbnail: 'pictures/samples.safetensors',
  picture: 'pictures/samples.png',
} as const;

/**
 * @param beside files for people, such as a table of metrics: nothing reads them again
 * @throws RangeError for a run without a network
 */
export async function packRun(
  kept: KeptRun,
  { name, note, tags }: RunLabels,
  beside: readonly RunFile[],
  at: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const { record, version: _, thumbnail, wantsTraining: __, ...rest } = kept;
  const { checkpoint, best, facts } = record;
  if (checkpoint === null || facts === null) throw new RangeError('The run has no network.');
  const { shape } = facts.dataset;
  const tensors: [string, ReadonlyMap<string, Tensor>][] = [
    [entryNames.model, weightTensors(checkpoint, planOf(checkpoint, shape))],
    [entryNames.optimizer, slotTensors(checkpoint, planOf(checkpoint, shape))],
  ];
  if (best !== null) {
    const plan = planOf(best.checkpoint, shape);
    tensors.push([entryNames.bestModel, weightTensors(best.checkpoint, plan)]);
    tensors.push([entryNames.bestOptimizer, slotTensors(best.checkpoint, plan)]);
  }
  if (thumbnail !== null) tensors.push([entryNames.thumbnail, thumbnailTensors(thumbnail)]);
  const files = tensors.map(([entry, map]): RunFile => ({
    name: entry,
    bytes: writeSafetensors({ tensors: map, metadata: {} }),
  }));
  const picture = thumbnail && (await thumbnailPicture(thumbnail, shape));
  if (picture) files.push({ name: entryNames.picture, bytes: picture });
  const json = {
    format: runFileFormat,
    version: runFileVersion,
    written: { by: `Hourglass ${version}`, at: at.toISOString() },
    ...rest,
    labels: { name, note, tags },
    record: {
      ...record,
      checkpoint: withoutArrays(checkpoint),
      best: best && { ...best, checkpoint: withoutArrays(best.checkpoint) },
    },
    files: Object.fromEntries(
      await Promise.all(
        files.map(async ({ name: entry, bytes }) => [entry, await browserSha256(bytes)] as const),
      ),
    ),
  };
  const text: RunFile = {
    name: entryNames.run,
    bytes: new TextEncoder().encode(JSON.stringify(json, null, 1)),
  };
  return writeZip([text, ...files, ...beside], at);
}

function planOf({ experiment }: Checkpoint, shape: readonly number[]) {
  return networkPlan(experiment, shape);
}

/** How many slots the optimizer has is told; the arrays lie beside. */
function withoutArrays({ weights: _, optimizer, ...rest }: Checkpoint) {
  return { ...rest, optimizer: { updates: optimizer.updates, slots: optimizer.slots.length } };
}

function thumbnailTensors({
  original,
  reconstructed,
}: NonNullable<KeptRun['thumbnail']>): Map<string, Tensor> {
  return new Map([
    ['original', { shape: [original.length], values: original }],
    ['reconstructed', { shape: [reconstructed.length], values: reconstructed }],
  ]);
}
