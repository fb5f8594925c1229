// Reads a run file. Nothing in it is taken on trust: sizes, checksums, every setting, and that the arrays are those of the network.
import { networkPlan } from '../../../catalog/architectures/registry';
import { experimentSchema } from '../../../catalog/experiment-schema';
import type { Experiment, ExperimentPatch } from '../../../core/experiment/experiment';
import { duplicateKey } from '../../../core/formats/json-keys';
import { readSafetensors, type TensorFile } from '../../../core/formats/safetensors';
import { isObject } from '../../../core/plain/is-object';
import type { Checkpoint } from '../../../core/run/checkpoint';
import { sampleSize, type SampleShape } from '../../../core/samples/samples';
import { hasOtherHash } from '../../../data/checksum';
import { keptVersion, parseKeptRun, type KeptRun, type RunThumbnail } from '../../archive/kept-run';
import { unlabelled, type RunLabels } from '../../archive/run-entry';
import { fail, inFile } from '../run-file-failure';
import { readSlots, readWeights } from '../weights/checkpoint-tensors';
import type { Entries } from '../zip/read-zip';
import { entryNames } from './pack-run';
import { runFileVersion, runJsonSchema, type RunJson } from './run-json';

/** A run from a file, to be kept. */
export interface ImportedRun {
  readonly kept: KeptRun;
  readonly labels: RunLabels;
}

/** A text that states more than this is no run: its longest parts are curves of 600 points. */
const mostJsonBytes = 32e6;

/** @throws RunFileError */
export async function unpackRun(file: string, entries: Entries): Promise<ImportedRun> {
  const json = await readJson(file, entries);
  const { record, labels, version: _, format: __, files, ...rest } = json;
  const read = async (entry: string): Promise<TensorFile> => {
    const bytes = await bytesOf(file, entry, entries);
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

/** @throws RunFileError where the entry is missing or cannot be read */
async function bytesOf(file: string, entry: string, entries: Entries): Promise<Uint8Array<ArrayBuffer>> {
  const blob = entries.get(entry);
  if (blob === undefined) return fail(file, null, { code: 'run-file.missing', name: entry });
  return new Uint8Array(await blob.arrayBuffer());
}

async function readJson(file: string, entries: Entries): Promise<RunJson> {
  const entry = entryNames.run;
  const { size } = entries.get(entry) ?? { size: 0 };
  if (size > mostJsonBytes)
    fail(file, entry, { code: 'run-file.too-large', bytes: size, most: mostJsonBytes });
  const text = new TextDecoder().decode(await bytesOf(file, entry, entries));
  const json = parsedJson(text);
  if (!isObject(json)) return fail(file, entry, { code: 'run-file.content', place: '' });
  const doubled = duplicateKey(text);
  if (doubled !== null) return fail(file, entry, { code: 'run-file.content', place: doubled });
  const { version } = json;
  if (typeof version === 'number' && version > runFileVersion)
    return fail(file, entry, { code: 'run-file.newer', version });
  const read = runJsonSchema.safeParse(json);
  if (read.success) return read.data;
  const place = read.error.issues[0]?.path.join('.') ?? '';
  return fail(file, entry, { code: 'run-file.content', place });
}

/** Null for what is no JSON. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
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
