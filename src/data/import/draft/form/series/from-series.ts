// Recordings cut into windows, each a sample `[windowLength, channels]`.
import type { ImportFormat, ImportOffers } from '../../../../../core/import/import-api';
import type { LeftOut } from '../../../../../core/import/import-failure';
import type { SeriesChoices, SeriesOffers } from '../../../../../core/import/series-import';
import type { Recording } from '../../../../../core/samples/series/series-windows';
import { fail } from '../../../fail';
import type { Told } from '../../../parsed';
import { cutWindows, type RecordingFacts } from '../../../series/cut-windows';
import { shortestWindow, usualStride, usualWindow } from '../../../series/window-defaults';
import { rarityOf, windowLabel } from '../../../series/window-labels';
import { sampleSizeLimits } from '../arrangement';
import { chooseOffered, chooseSplit, type Chosen } from '../chosen';
import type { Arranged } from '../raw-samples';

export interface SeriesRecording extends Omit<RecordingFacts, 'length'> {
  /** Of the same length. */
  readonly channels: readonly Float32Array[];
  /** The class of each point; null where they have none. */
  readonly points: Uint16Array | null;
}

export interface SeriesSource {
  readonly format: ImportFormat;
  readonly recordings: readonly SeriesRecording[];
  /** Points in a second. */
  readonly rate: number | null;
  readonly classNames: readonly string[] | null;
  /** Points in a window; null to go by the lengths of the recordings. */
  readonly usualWindow: number | null;
  readonly told: Told;
  readonly choices: Pick<Arranged['choices'], 'hasHeader' | 'labelColumn'> &
    Pick<SeriesChoices, 'channels' | 'timeColumn' | 'rate'>;
  readonly offers: Pick<ImportOffers, 'columns'> & { readonly series: Omit<SeriesOffers, 'longestWindow'> };
}

type SeriesSplit = 'files' | 'time' | 'recordings';

/** From so many recordings on, whole ones are held out first. */
const manyRecordings = 10;
const leastWindows = 50;
const namedFiles = 5;

/** @throws CodedError when too few windows fit */
export function arrangeSeries(source: SeriesSource, chosen: Chosen): Arranged {
  const channelCount = source.recordings[0]?.channels.length ?? 1;
  const lengths = source.recordings.map(lengthOf);
  const longestWindow = Math.min(Math.max(...lengths), Math.floor(sampleSizeLimits.most / channelCount));
  if (longestWindow < shortestWindow) failShort(source, shortestWindow);
  const usual = Math.min(longestWindow, source.usualWindow ?? usualWindow(lengths, longestWindow));
  const windowLength = within(chosen.windowLength ?? usual, shortestWindow, longestWindow);
  const used = source.recordings.filter((recording) => lengthOf(recording) >= windowLength);
  if (used.length === 0) failShort(source, windowLength);
  const usedLengths = used.map(lengthOf);
  const stride = within(chosen.stride ?? usualStride(usedLengths, windowLength), 1, Math.max(...usedLengths));
  const splits = splitsOf(used);
  const split = chooseSplit(splits, chosen);
  const facts = used.map((recording) => ({ ...recording, length: lengthOf(recording) }));
  const recordings = cutWindows(facts, { windowLength, stride, ...split });
  const placed = placeWindows(recordings, stride);
  const { count } = placed;
  if (count < leastWindows) fail({ code: 'import.few-windows', windows: count, least: leastWindows });
  const testCount = recordings.reduce((sum, { test }) => sum + test.count, 0);
  if (testCount === 0 || testCount === count) fail({ code: 'import.test-empty' });
  const shape = [windowLength, channelCount];
  const normalisations = channelCount > 1 ? (['channel', 'range'] as const) : (['range'] as const);
  const windows = { stride, rate: source.rate, recordings };
  return {
    format: source.format,
    raw: {
      count,
      shape,
      read(index, into) {
        const channels = used[placed.recordingOf[index]!]!.channels;
        const start = placed.startOf[index]!;
        for (let channel = 0; channel < channelCount; channel++) {
          const values = channels[channel]!;
          for (let at = 0; at < windowLength; at++) into[at * channelCount + channel] = values[start + at]!;
        }
      },
      labels: labelsOf(source, used, placed, windowLength),
      classNames: source.classNames ?? [],
      isTest: new Uint8Array(count).fill(1, count - testCount),
      series: { windows, windowLength, channels: used.map(({ channels }) => channels) },
    },
    units: null,
    choices: {
      ...source.choices,
      reading: 'series',
      windowLength,
      stride,
      shape,
      side: windowLength,
      colour: 'grey',
      framing: 'fit',
      normalisation: chooseOffered<'channel' | 'range'>(normalisations, asOffered(chosen.normalisation)),
    },
    offers: {
      columns: source.offers.columns,
      series: { ...source.offers.series, longestWindow },
      shapes: [shape],
      colours: ['grey'],
      splits,
      normalisations,
      isScalable: false,
    },
    told: {
      ...source.told,
      leftOut: [...source.told.leftOut, ...shortOnes(source.recordings, windowLength)],
    },
    scaledFrom: null,
  };
}

const lengthOf = ({ channels }: SeriesRecording) => channels[0]?.length ?? 0;

const asOffered = (chosen: Chosen['normalisation']) => (chosen === 'feature' ? undefined : chosen);

function within(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, Math.round(value))) : least;
}

function splitsOf(recordings: readonly SeriesRecording[]): readonly [SeriesSplit, ...SeriesSplit[]] {
  const tested = recordings.filter(({ isTest }) => isTest).length;
  const own = tested > 0 && tested < recordings.length ? (['files'] as const) : [];
  if (recordings.length === 1) return ['time'];
  const [first, second] =
    recordings.length >= manyRecordings
      ? (['recordings', 'time'] as const)
      : (['time', 'recordings'] as const);
  return own.length > 0 ? ['files', first, second] : [first, second];
}

interface PlacedWindows {
  readonly count: number;
  /** For each window, training windows first. */
  readonly recordingOf: Uint32Array;
  readonly startOf: Uint32Array;
}

function placeWindows(recordings: readonly Recording[], stride: number): PlacedWindows {
  const count = recordings.reduce((sum, { train, test }) => sum + train.count + test.count, 0);
  const recordingOf = new Uint32Array(count);
  const startOf = new Uint32Array(count);
  let index = 0;
  for (const part of ['train', 'test'] as const) {
    for (const [recording, { [part]: stretch }] of recordings.entries()) {
      for (let at = 0; at < stretch.count; at++) {
        recordingOf[index] = recording;
        startOf[index++] = stretch.start + at * stride;
      }
    }
  }
  return { count, recordingOf, startOf };
}

function labelsOf(
  { classNames }: SeriesSource,
  used: readonly SeriesRecording[],
  { recordingOf, startOf }: PlacedWindows,
  windowLength: number,
): Uint16Array | null {
  if (classNames === null) return null;
  const ranks = rarityOf(
    used.flatMap(({ points }) => points ?? []),
    classNames.length,
  );
  return Uint16Array.from(recordingOf, (recording, index) => {
    const { points, label } = used[recording]!;
    return points ? windowLabel(points, startOf[index]!, windowLength, ranks) : (label ?? 0);
  });
}

function shortOnes(recordings: readonly SeriesRecording[], windowLength: number): LeftOut[] {
  const short = recordings.filter((recording) => lengthOf(recording) < windowLength);
  if (short.length === 0) return [];
  const files = short.slice(0, namedFiles).map(({ name }) => name);
  return [{ why: 'short-recording', count: short.length, files }];
}

function failShort({ recordings }: SeriesSource, windowLength: number): never {
  const [longest] = recordings.toSorted((one, other) => lengthOf(other) - lengthOf(one));
  const points = longest ? lengthOf(longest) : 0;
  fail({ code: 'import.short-recordings', file: longest?.name ?? '', points, windowLength });
}
