// A data set in the making: parsed files under a person's choices, with everything decided but nothing copied. The preview
// shows it, and saving writes it out.
import type { ImportNote, LeftOut } from '../../../core/import/import-failure';
import type {
  ImportChoices,
  ImportFormat,
  ImportOffers,
  ImportProgress,
} from '../../../core/import/import-api';
import { sampleKind } from '../../../core/samples/sample-kind';
import { sampleSize } from '../../../core/samples/samples';
import { createBreather } from '../breather';
import { fail } from '../fail';
import { maxClasses, maxValueBytes } from '../limits';
import type { ParsedArrays, ParsedSounds, ParsedTable } from '../parsed';
import type { DecodedPictures } from '../pictures/decode-pictures';
import { chooseSplit, type Chosen } from './form/chosen';
import { chooseEncoding, type Encoding } from './encoding';
import { arrangeArrays } from './form/from-arrays';
import { arrangePictures } from './form/from-pictures';
import { arrangeSounds } from './form/series/from-sounds';
import { arrangeTable } from './form/from-table';
import type { Arranged, RawSamples } from './form/raw-samples';
import { scaleSignals } from './signal-units';
import { countCopies, keysOf, orderByKey } from './sample-keys';
import { isSplitAtRandom, splitSamples, testMarks, type SplitOrder } from './split';
import { measure } from './statistics';

/** Numbers from files; pictures once they are decoded. */
export type Material = ParsedArrays | ParsedTable | ParsedSounds | DecodedPictures;

export interface Draft {
  readonly format: ImportFormat;
  readonly choices: ImportChoices;
  readonly offers: ImportOffers;
  readonly raw: RawSamples;
  readonly encoding: Encoding;
  readonly split: SplitOrder;
  /** Least and greatest value in the data's own units. */
  readonly valueRange: readonly [min: number, max: number];
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly ImportNote[];
}

const leastSamples = 50;
/** Below it a network is likely to learn the samples by heart. */
const fewSamples = 500;

/**
 * @param name for the data set where none is chosen
 * @throws CodedError when the numbers cannot become a data set under the choices
 */
export async function makeDraft(
  material: Material,
  chosen: Chosen,
  name: string,
  onProgress: (progress: ImportProgress) => void,
  signal: AbortSignal,
): Promise<Draft> {
  const arranged = arrange(material, chosen);
  const { raw } = arranged;
  const { count } = raw;
  const classes = raw.classNames.length;
  if (classes > maxClasses) fail({ code: 'import.too-many-classes', classes, most: maxClasses });
  if (count < leastSamples) fail({ code: 'import.too-few', samples: count, least: leastSamples });
  // Bytes at least; whether it takes floats is known when all values have been seen.
  checkMemory(raw, 1);
  const breathe = createBreather(signal);
  // All samples are gone through twice, and signals that are split at random once more.
  const choices = completeChoices(arranged, chosen, name);
  const passes = isSplitBeforeScaling(arranged, choices) && isSplitAtRandom(raw, choices) ? 3 : 2;
  const report = (gone: number) =>
    onProgress({ stage: 'scaling', done: Math.floor(gone / passes), total: count, unit: 'samples' });

  const statistics = await measure(raw, breathe, report);
  const { least, greatest } = statistics;
  if (least === greatest) fail({ code: 'import.all-same', samples: count });
  const scaled = isSplitBeforeScaling(arranged, choices)
    ? await scaleSignals(raw, choices, breathe, (done) => report(count + done))
    : null;
  const encoding = chooseEncoding(statistics, choices, scaled?.units ?? arranged.units);
  checkMemory(raw, encoding.values === 'uint8' ? 1 : 4);
  const keys = await keysOf(raw, encoding, breathe, (done) => report((passes - 1) * count + done));
  const order = orderByKey(keys, raw.labels);
  const copies = countCopies(keys, order);
  if (copies === count - 1) fail({ code: 'import.all-same', samples: count });
  const { format, told } = arranged;
  const { leftOut, sets } = told;
  const offers = { ...arranged.offers, sets: sets?.names ?? null };
  const isTest = scaled?.isTest ?? testMarks(raw, choices, keys, order);
  const split = splitSamples(raw, choices, isTest, order);
  const notes = notesOn(raw, copies, arranged);
  return { format, choices, offers, raw, encoding, split, valueRange: [least, greatest], leftOut, notes };
}

/** The range of signals comes from the training set, unless the files state it. */
function isSplitBeforeScaling({ raw, units }: Arranged, { normalisation }: ImportChoices): boolean {
  return sampleKind(raw.shape) === 'signal' && normalisation !== 'feature' && units === null;
}

/** The same draft under the chosen name: nothing else follows from it. @param name where none is chosen */
export function renameDraft(draft: Draft, chosen: Chosen, name: string): Draft {
  return { ...draft, choices: { ...draft.choices, name: nameOf(chosen, draft.choices.set ?? name) } };
}

function nameOf(chosen: Chosen, name: string): string {
  return chosen.name?.trim() || name;
}

function arrange(material: Material, chosen: Chosen): Arranged {
  switch (material.kind) {
    case 'arrays':
      return arrangeArrays(material, chosen);
    case 'table':
      return arrangeTable(material, chosen);
    case 'pictures':
      return arrangePictures(material, chosen);
    case 'sounds':
      return arrangeSounds(material, chosen);
  }
}

function checkMemory({ count, shape }: RawSamples, bytesPerValue: number): void {
  const amount = count * (sampleSize(shape) * bytesPerValue + 2);
  if (amount > maxValueBytes) fail({ code: 'import.too-large', what: 'memory', amount, most: maxValueBytes });
}

function completeChoices({ choices, offers, told }: Arranged, chosen: Chosen, name: string): ImportChoices {
  return {
    ...choices,
    name: nameOf(chosen, told.sets?.shown ?? name),
    set: told.sets?.shown ?? null,
    invert: chosen.invert ?? false,
    ...chooseSplit(offers.splits, chosen),
  };
}

function notesOn(
  { count, labels, classNames }: RawSamples,
  copies: number,
  { scaledFrom, told }: Arranged,
): ImportNote[] {
  const notes: ImportNote[] = [...told.notes];
  if (labels === null) notes.push({ code: 'import.note.unlabelled' });
  const used = new Set(labels);
  const [only] = used;
  if (labels !== null && used.size === 1) {
    notes.push({ code: 'import.note.one-class', name: classNames[only ?? 0] ?? '' });
  }
  if (count < fewSamples) notes.push({ code: 'import.note.few', samples: count });
  if (copies > 0) notes.push({ code: 'import.note.duplicates', count: copies });
  if (scaledFrom) notes.push({ code: 'import.note.scaled', ...scaledFrom });
  return notes;
}
