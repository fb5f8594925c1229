// Reads a run file. Nothing in it is taken on trust: sizes, checksums, every setting, and that the arrays are those of the network.
import { networkPlan } from '../../../catalog/architectures/registry';
import { experimentSchema } from '../../../catalog/experiment-schema';
import { kindOf } from '../../../catalog/kinds/kind';
import { optimizers } from '../../../catalog/optimizers/registry';
import type { Experiment, ExperimentPatch } from '../../../core/experiment/experiment';
import { readSafetensors, type TensorFile } from '../../../core/formats/safetensors';
import { isObject } from '../../../core/plain/is-object';
import type { Checkpoint } from '../../../core/run/checkpoint';
import { sampleSize, type SampleShape } from '../../../core/samples/samples';
import { hasOtherHash } from '../../../data/checksum';
import { keptVersion, parseKeptRun, type KeptRun, type RunThumbnail } from '../../archive/kept-run';
import { unlabelled, type RunLabels } from '../../archive/run-entry';
import { fail, inFile } from '../run-file-failure';
import { bytesOf, readJson } from '../reading/read-json';
import { readSlots, readWeights } from '../weights/checkpoint-tensors';
import type { Entries } from '../zip/read-zip';
import { entryNames } from './pack-run';
import { runFileVersion, runJsonSchema, type RunJson } from './run-json';

/** A run from a file, to be kept. */
export interface ImportedRun {
  readonly kept: KeptRun;
  readonly labels: RunLabels;
}

/** @throws RunFileError */
export async function unpackRun(file: string, entries: Entries): Promise<ImportedRun> {
  const json = await readRunJson(file, entries);
  const { record, labels, version: _, format: __, written: ___, files, ...rest } = json;
  const read = async (entry: string): Promise<TensorFile> => {
    const bytes = await bytesOf(file, blobOf(file, entry, entries));
    const stated = files[entry];
    if (stated && (await hasOtherHash(bytes, stated))) fail(file, entry, { code: 'run-file.changed' });
    return inFile(file, entry, () => readSafetensors(bytes));
  };
  const { shape } = record.facts.dataset;
  if (record.facts.dataset.id !== record.experiment.dataset)
    fail(file, entryNames.run, { code: 'run-file.content', place: 'record.facts.dataset.id' });
  const readCheckpoint = async (
    { optimizer, ...stated }: RunJson['record']['checkpoint'],
    model: string,
    slots: string,
  ): Promise<Checkpoint> => {
    const { slots: count } = kindOf(optimizers, stated.experiment.optimizer);
    if (optimizer.slots !== count)
      fail(file, entryNames.run, { code: 'run-file.content', place: 'record.checkpoint.optimizer.slots' });
    const [weightFile, slotFile] = [await read(model), await read(slots)];
    const plan = networkPlan(stated.experiment, shape);
    return {
      ...stated,
      weights: inFile(file, model, () => readWeights(weightFile, plan)),
      optimizer: {
        updates: optimizer.updates,
        slots: inFile(file, slots, () => readSlots(slotFile, plan, optimizer.slots)),
      },
    } as Checkpoint;
  };
  const { best } = record;
  const kept = parseKeptRun({
    ...rest,
    version: keptVersion,
    wantsTraining: false,
    record: {
      ...record,
      // Found out anew when it is built.
      notes: [],
      marks: record.marks.map((mark) =>
        mark.kind === 'changed' ? { ...mark, patch: knownPatch(record.experiment, mark.patch) } : mark,
      ),
      checkpoint: await readCheckpoint(record.checkpoint, entryNames.model, entryNames.optimizer),
      best: best && {
        ...best,
        checkpoint: await readCheckpoint(best.checkpoint, entryNames.bestModel, entryNames.bestOptimizer),
      },
    },
    thumbnail: entries.has(entryNames.thumbnail)
      ? thumbnailOf(await read(entryNames.thumbnail), shape)
      : null,
  });
  if (kept === null) return fail(file, entryNames.run, { code: 'run-file.content', place: 'record' });
  return { kept, labels: { ...unlabelled, ...labels } };
}

/** @throws RunFileError where the entry is missing */
function blobOf(file: string, entry: string, entries: Entries): Blob {
  return entries.get(entry) ?? fail(file, null, { code: 'run-file.missing', name: entry });
}

async function readRunJson(file: string, entries: Entries): Promise<RunJson> {
  const entry = entryNames.run;
  const json = await readJson(file, entry, blobOf(file, entry, entries));
  const version = isObject(json) ? json['version'] : null;
  if (typeof version === 'number' && version > runFileVersion)
    return fail(file, entry, { code: 'run-file.newer', version });
  const read = runJsonSchema.safeParse(json);
  if (read.success) return read.data;
  const place = read.error.issues[0]?.path.join('.') ?? '';
  return fail(file, entry, { code: 'run-file.content', place });
}

/** What a mark says that changed: only settings that there are, with values that they may have. */
function knownPatch(experiment: Experiment, patch: Record<string, unknown>): ExperimentPatch {
  const known = Object.entries(patch).filter(
    ([setting, value]) =>
      Object.hasOwn(experiment, setting) &&
      experimentSchema.safeParse({ ...experiment, [setting]: value }).success,
  );
  return Object.fromEntries(known);
}

/** Null where the pictures are not of such samples: a run without a picture is a run, too. */
function thumbnailOf({ tensors }: TensorFile, shape: SampleShape): RunThumbnail | null {
  const [original, reconstructed] = [tensors.get('original'), tensors.get('reconstructed')].map(
    (tensor) => tensor?.values,
  );
  if (!original || original.length !== reconstructed?.length) return null;
  if (original.length % sampleSize(shape) !== 0 || original.length > 100 * sampleSize(shape)) return null;
  return [original, reconstructed].every((values) => values.every(Number.isFinite))
    ? { original, reconstructed }
    : null;
}
