// Which samples are trained on and which are the test set.
import { pcg4d, words } from '../../../core/random';
import type { ImportChoices } from '../../../core/import/import-api';
import type { RawSamples } from './form/raw-samples';
import type { SampleKeys } from './sample-keys';

/** Indices of samples, in the order in which they are stored. */
export interface SplitOrder {
  readonly train: Uint32Array;
  readonly test: Uint32Array;
}

/**
 * 1 for the samples of the test set, `[count]`: those that the files or the cut into windows say, or random ones.
 *
 * @param order all samples by key
 */
export function testMarks(
  raw: Pick<RawSamples, 'count' | 'labels' | 'classNames' | 'isTest'>,
  choices: Pick<ImportChoices, 'split' | 'testShare' | 'seed'>,
  keys: SampleKeys,
  order: Uint32Array,
): Uint8Array {
  return isSplitAtRandom(raw, choices)
    ? chooseTest(raw, choices, keys, order)
    : (raw.isTest ?? new Uint8Array(raw.count));
}

export function isSplitAtRandom(
  { isTest }: Pick<RawSamples, 'isTest'>,
  { split }: Pick<ImportChoices, 'split'>,
): boolean {
  return split === 'random' || isTest === null;
}

/**
 * Training samples are stored by key, so that every shard holds every class. So is the test set of a random split; one that the
 * files define keeps its order, unless that is class by class. Windows keep the order of time.
 *
 * @param order all samples by key
 * @param isTest as `testMarks` has it
 */
export function splitSamples(
  raw: Pick<RawSamples, 'count' | 'labels' | 'series'>,
  { split }: Pick<ImportChoices, 'split'>,
  isTest: Uint8Array,
  order: Uint32Array,
): SplitOrder {
  const inFiles = Uint32Array.from({ length: raw.count }, (_, index) => index);
  const part = (all: Uint32Array, mark: 0 | 1) => all.filter((index) => isTest[index] === mark);
  if (raw.series !== null) return { train: part(inFiles, 0), test: part(inFiles, 1) };
  const test = part(inFiles, 1);
  const keepsOrder = split === 'files' && !isClassByClass(test, raw.labels);
  return { train: part(order, 0), test: keepsOrder ? test : part(order, 1) };
}

/**
 * 1 for the samples of a random test set, `[count]`: of each class the share, rounded, but at least one sample of a class of
 * two or more, and never all of a class. Samples rank by a random number that follows from seed and key, so that copies stay
 * together.
 */
function chooseTest(
  { count, labels, classNames }: Pick<RawSamples, 'count' | 'labels' | 'classNames'>,
  { testShare, seed }: Pick<ImportChoices, 'testShare' | 'seed'>,
  keys: SampleKeys,
  order: Uint32Array,
): Uint8Array {
  const ranks = Float64Array.from(keys, (key) => {
    pcg4d(seed, Math.floor(key / 2 ** 32), key % 2 ** 32, 0x73706c74);
    return words[0]!;
  });
  const isTest = new Uint8Array(count);
  const byRank = order.slice().sort((a, b) => ranks[a]! - ranks[b]!);
  const ofClass: number[][] = Array.from({ length: Math.max(1, classNames.length) }, () => []);
  for (const index of byRank) ofClass[labels?.[index] ?? 0]?.push(index);
  // Where every sample is a class of its own, classes mean nothing for the split.
  const groups = ofClass.some(({ length }) => length > 1) ? ofClass : [[...byRank]];
  for (const members of groups) {
    const wanted = Math.round(members.length * testShare);
    const tested = Math.min(Math.max(wanted, 1), members.length - 1);
    for (const index of members.slice(0, Math.max(0, tested))) isTest[index] = 1;
  }
  return isTest;
}

function isClassByClass(order: Uint32Array, labels: Uint16Array | null): boolean {
  if (labels === null || order.length < 2) return false;
  const [first, last] = [labels[order[0]!]!, labels[order.at(-1)!]!];
  return (
    first !== last &&
    order.every((index, place) => place === 0 || labels[order[place - 1]!]! <= labels[index]!)
  );
}
