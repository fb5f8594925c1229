// Arrays in files, IDX or NPY, become samples with labels.
import { fail } from '../fail';
import { checkMemory, type Job } from '../job';
import type { ParsedArrays, ParsedSplit } from '../parsed';
import { withoutAlpha } from './channels/alpha';
import { sampleNumbers, type ArrayFile } from './array-file';
import { pairArrays, type ArrayFormat, type Pair } from './pair-arrays';
import { readExported } from './exported/read-exported';
import { findClasses, readLabels, readTexts, type RawLabels } from './read-labels';
import { readValues, valueBytes, type OnBytes } from './read-numbers';

interface ReadPair {
  readonly pair: Pair;
  readonly labels: RawLabels | null;
}

/** `arrays`: at least one. */
export async function parseArrays(
  arrays: readonly ArrayFile[],
  format: ArrayFormat,
  job: Job,
): Promise<ParsedArrays> {
  const { pairs, classNames, exported, unused } = pairArrays(arrays, format);
  for (const { file, name } of unused) job.leaveOut('unused-array', format === 'npz' ? name : file);
  const used = labelledAlike(pairs, job);
  checkSamples(used, format);
  const onBytes = countBytes(used, job);
  const read: ReadPair[] = [];
  for (const pair of used) {
    read.push({ pair, labels: pair.labels && (await readLabels(pair.labels, job, onBytes)) });
  }
  const lists = read.map(({ labels }) => labels).filter((labels) => labels !== null);
  const classes = lists.length > 0 ? findClasses(lists) : null;
  const names = classes && classNames ? await readTexts(classNames, job, () => undefined) : null;
  const splits: ParsedSplit[] = [];
  for (const [index, { pair }] of read.entries()) {
    const values = await readValues(pair.samples, job, onBytes);
    const [count = 0, ...shape] = pair.samples.shape;
    splits.push({ values, shape, count, labels: classes?.indices[index] ?? null });
  }
  const trainParts = read.filter(({ pair }) => pair.part !== 'test' && pair.part !== 'validation');
  // Samples that are all for testing are all that there is.
  const trainCount = trainParts.length === 0 ? splits.length : trainParts.length;
  const { splits: alike, how } = withoutAlpha(valuesAlike(splits));
  if (how !== null) job.note({ code: 'import.note.alpha', how });
  return {
    kind: 'arrays',
    format,
    train: joinSplits(alike.slice(0, trainCount)),
    test: trainCount < alike.length ? joinSplits(alike.slice(trainCount)) : null,
    classNames: classes && nameClasses(classes.names, names),
    exported: await readExported(exported, job),
    ...job.told(),
  };
}

/** With labels for some samples only, samples without labels are left out; without labels for training, all labels are. */
function labelledAlike(pairs: readonly Pair[], job: Job): readonly Pair[] {
  if (pairs.every(({ labels }) => labels !== null)) return pairs;
  if (pairs[0]?.labels === null) {
    for (const { labels } of pairs) if (labels) job.leaveOut('unused-file', labels.file);
    return pairs.map((pair) => ({ ...pair, labels: null }));
  }
  for (const { samples, labels } of pairs) if (labels === null) job.leaveOut('unused-file', samples.file);
  return pairs.filter(({ labels }) => labels !== null);
}

function checkSamples(pairs: readonly Pair[], format: ArrayFormat): void {
  for (const { samples } of pairs) {
    const { file, shape } = samples;
    if (shape.length < 2) {
      fail({ code: format === 'idx' ? 'import.idx-shape' : 'import.npy-shape', file, shape });
    }
    if (sampleNumbers(samples) === 0) fail({ code: 'import.no-numbers', file });
    if (shape[0] === 0) fail({ code: 'import.too-few', samples: 0, least: 1 });
  }
  const shapes = pairs.map(({ samples }) => samples.shape.slice(1));
  if (shapes.some((shape) => shape.join() !== shapes[0]?.join())) {
    fail({ code: 'import.shapes-differ', files: pairs.map(({ samples }) => samples.file), shapes });
  }
  checkMemory(pairs.reduce((bytes, { samples }) => bytes + valueBytes(samples), 0));
}

function countBytes(pairs: readonly Pair[], { onProgress }: Job): OnBytes {
  const files = pairs.flatMap(({ samples, labels }) => (labels ? [samples, labels] : [samples]));
  const total = files.reduce((bytes, { blob, start }) => bytes + blob.size - start, 0);
  let done = 0;
  return (bytes) => {
    done += bytes;
    onProgress({ stage: 'parsing', done, total, unit: 'bytes' });
  };
}

/** Bytes beside floats become floats. */
function valuesAlike(splits: readonly ParsedSplit[]): readonly ParsedSplit[] {
  if (splits.every(({ values }) => values instanceof Uint8Array)) return splits;
  if (splits.every(({ values }) => values instanceof Float32Array)) return splits;
  return splits.map((split) => ({ ...split, values: Float32Array.from(split.values) }));
}

/** One split after the other. */
function joinSplits(splits: readonly ParsedSplit[]): ParsedSplit {
  const [first] = splits;
  if (!first || splits.length === 1) return first ?? fail({ code: 'import.nothing' });
  const count = splits.reduce((sum, split) => sum + split.count, 0);
  const length = splits.reduce((sum, { values }) => sum + values.length, 0);
  const values = first.values instanceof Uint8Array ? new Uint8Array(length) : new Float32Array(length);
  const labels = first.labels && new Uint16Array(count);
  let samplesDone = 0;
  let valuesDone = 0;
  for (const split of splits) {
    values.set(split.values, valuesDone);
    if (split.labels) labels?.set(split.labels, samplesDone);
    samplesDone += split.count;
    valuesDone += split.values.length;
  }
  return { values, shape: first.shape, count, labels };
}

/** `names`, one for each class from 0, in place of the numbers of the classes. */
function nameClasses(numbers: readonly string[], names: readonly string[] | null): readonly string[] {
  const named = numbers.map((number) => names?.[Number(number)] ?? '');
  return named.every((name) => name !== '') && new Set(named).size === named.length ? named : numbers;
}
