// What 0 and 1 stand for in signals: a robust range of the training set, so that one spike does not flatten all the rest. Values
// beyond it are kept.
import type { ImportChoices } from '../../../core/import/import-api';
import { sampleSize } from '../../../core/samples/samples';
import type { ValueRange, ValueUnits } from '../../../core/samples/value-units';
import { robustRange } from '../../robust-range';
import type { Breather } from '../breather';
import type { Encoding } from './encoding';
import type { RawSamples } from './form/raw-samples';
import { keysOf, orderByKey } from './sample-keys';
import { isSplitAtRandom, testMarks } from './split';

/** Values that are looked at; of more, evenly spaced samples. */
const mostValues = 2 ** 22;

/** Values as they are: signals are split before it is known how they are scaled. */
const asIs: Encoding = {
  values: 'float32',
  valueRange: [0, 1],
  encode: (sample, into) => into.set(sample),
};

/** Splits signals, and finds the range of those that are trained on. */
export async function scaleSignals(
  raw: RawSamples,
  choices: Pick<ImportChoices, 'split' | 'testShare' | 'seed' | 'normalisation'>,
  breathe: Breather,
  onSamples: (done: number) => void,
): Promise<{ isTest: Uint8Array; units: ValueUnits }> {
  const keys = isSplitAtRandom(raw, choices)
    ? await keysOf(raw, asIs, breathe, onSamples)
    : new Float64Array();
  const isTest = testMarks(raw, choices, keys, orderByKey(keys, raw.labels));
  const all = Uint32Array.from({ length: raw.count }, (_, index) => index);
  const trained = all.filter((index) => isTest[index] === 0);
  return { isTest, units: await signalUnits(raw, trained, choices.normalisation === 'channel', breathe) };
}

/**
 * @param indices of the training samples
 * @param isByChannel whether each channel has a range of its own
 */
async function signalUnits(
  raw: RawSamples,
  indices: Uint32Array,
  isByChannel: boolean,
  breathe: Breather,
): Promise<ValueUnits> {
  const size = sampleSize(raw.shape);
  const channels = isByChannel ? (raw.shape[1] ?? 1) : 1;
  const step = Math.max(1, Math.ceil((indices.length * size) / mostValues));
  const looked = Math.ceil(indices.length / step);
  const perChannel = size / channels;
  const values = Array.from({ length: channels }, () => new Float32Array(looked * perChannel));
  const sample = new Float32Array(size);
  for (let at = 0; at < looked; at++) {
    raw.read(indices[at * step]!, sample);
    for (let place = 0; place < size; place++) {
      values[place % channels]![at * perChannel + Math.floor(place / channels)] = sample[place]!;
    }
    if (at % 64 === 0) await breathe();
  }
  const ranges = values.map((ofChannel) => floatRange(robustRange(ofChannel)));
  if (!isByChannel) return { valueRange: ranges[0]! };
  return {
    valueRange: [0, 1],
    placeRanges: Array.from({ length: size }, (_, place) => ranges[place % channels]!),
  };
}

/** Ends that a 32-bit float can hold, so that an export loses nothing. */
function floatRange([least, greatest]: ValueRange): ValueRange {
  const ends = [Math.fround(least), Math.fround(greatest)] as const;
  const hold = ends.every((end) => Number.isFinite(end)) && ends[0] < ends[1];
  return hold ? ends : [least, greatest];
}
