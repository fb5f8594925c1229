// Arrays as samples: IDX, NPY and NPZ.
import { sampleKind } from '../../../../core/samples/sample-kind';
import { sampleSize, type SampleShape } from '../../../../core/samples/samples';
import type { ValueUnits } from '../../../../core/samples/value-units';
import { fail } from '../../fail';
import type { ParsedArrays } from '../../parsed';
import { arrangementsOf, sampleSizeLimits, type Looks } from './arrangement';
import { chooseArrangement, chooseOffered, noSeries, type Chosen } from './chosen';
import { looksOf } from './looks';
import { normalisationsOf, type Normalisation } from './normalisations';
import { arrangedShape, coloursOf, createArranger, type Arranged, type CutSeries } from './raw-samples';

export function arrangeArrays(parsed: ParsedArrays, chosen: Chosen): Arranged {
  const { train, test, classNames } = parsed;
  const count = train.count + (test?.count ?? 0);
  const size = train.shape.reduce((product, side) => product * side, 1);
  const arrangements = arrangementsOf(train.shape, looks(parsed, size));
  if (arrangements.length === 0) fail({ code: 'import.sample-size', values: size, ...sampleSizeLimits });
  const arrangement = chooseArrangement(arrangements, chosen.shape);
  const colours = coloursOf(arrangement.shape);
  const colour = chooseOffered(colours, chosen.colour);
  const areBytes = train.values instanceof Uint8Array && !(test?.values instanceof Float32Array);
  const arrange = createArranger(arrangement, colour, areBytes);
  const labels = labelsOf(parsed);
  const hasTest = test !== null && test.count > 0;
  const raw = { count, shape: arrangedShape(arrangement, colour) };
  const { usual, units } = unitsOf(parsed, raw.shape);
  const normalisations = normalisationsOf(raw.shape);
  const normalisation = normalisations.find((each) => each === chosen.normalisation) ?? usual;
  const series = seriesOf(parsed, raw.shape);
  return {
    format: parsed.format,
    raw: {
      ...raw,
      read: (index, into) => {
        if (index < train.count) arrange(train.values, index * size, into);
        else if (test) arrange(test.values, (index - train.count) * size, into);
      },
      labels,
      classNames: labels ? (classNames ?? []) : [],
      isTest: hasTest ? new Uint8Array(count).fill(1, train.count) : null,
      series,
    },
    units: normalisation === usual ? units : null,
    choices: {
      ...noSeries,
      hasHeader: false,
      labelColumn: null,
      shape: arrangement.shape,
      side: Math.max(...arrangement.shape.slice(0, 2)),
      colour,
      framing: 'fit',
      normalisation,
    },
    offers: {
      series: null,
      columns: null,
      shapes: arrangements.map(({ shape }) => shape),
      colours,
      // Windows overlap: any other split would test on what was trained on.
      splits: series ? ['files'] : hasTest ? ['files', 'random'] : ['random'],
      normalisations,
      isScalable: false,
    },
    told: parsed,
    scaledFrom: null,
  };
}

/** What an export says of the range of a signal, and the scaling that it speaks of. */
function unitsOf(
  { exported }: ParsedArrays,
  shape: SampleShape,
): { usual: Normalisation; units: ValueUnits | null } {
  const { valueRange, placeRanges } = exported;
  const isSignal = sampleKind(shape) === 'signal';
  if (placeRanges === null) {
    const isStated = isSignal && valueRange !== null && valueRange[0] < valueRange[1];
    return { usual: 'range', units: isStated ? { valueRange } : null };
  }
  const channels = shape[1] ?? 1;
  const isByChannel =
    isSignal &&
    channels > 1 &&
    placeRanges.every((range, place) => range.join() === placeRanges[place % channels]?.join());
  const fits = isSignal && placeRanges.length === sampleSize(shape);
  return {
    usual: isByChannel ? 'channel' : 'feature',
    units: fits ? { valueRange: [0, 1], placeRanges } : null,
  };
}

/** Windows that an export speaks of, where they are the samples that are there. */
function seriesOf(
  { exported: { windows }, train, test }: ParsedArrays,
  shape: SampleShape,
): CutSeries | null {
  const [windowLength = 0] = shape;
  if (windows === null || test === null || sampleKind(shape) !== 'signal') return null;
  const fits = (['train', 'test'] as const).every((part) => {
    let next = 0;
    const follow = windows.recordings.every(({ [part]: { first, count, start }, length }) => {
      const isNext = first === next && start + (count - 1) * windows.stride + windowLength <= length;
      next += count;
      return isNext;
    });
    return follow && next === (part === 'train' ? train : test).count;
  });
  return fits ? { windows, windowLength, channels: null } : null;
}

function looks({ train }: ParsedArrays, size: number): Looks {
  const read = (index: number, into: Float32Array) =>
    into.set(train.values.subarray(index * size, (index + 1) * size));
  return looksOf(train.count, size, read, false);
}

/** Of the training set, then of the test set; null where either has none. */
function labelsOf({ train, test, classNames }: ParsedArrays): Uint16Array | null {
  if (classNames === null || train.labels === null) return null;
  if (test === null || test.count === 0) return train.labels;
  if (test.labels === null) return null;
  const labels = new Uint16Array(train.count + test.count);
  labels.set(train.labels);
  labels.set(test.labels, train.count);
  return labels;
}
