// How values in the data's own units are stored: images as bytes where that loses nothing, as 32-bit floats in [0, 1] otherwise;
// signals as floats whose robust range becomes [0, 1], with the rare values beyond it kept.
import type { ImportChoices } from '../../../core/import/import-api';
import type { Manifest } from '../../../core/samples/manifest';
import { rangeAt, type ValueUnits } from '../../../core/samples/value-units';
import type { Statistics } from './statistics';

/** Its units say what a stored 0 and a stored 255 (or 1.0) stand for. */
export interface Encoding extends ValueUnits {
  readonly values: Manifest['values'];
  /** Writes one sample in its stored form: 0 to 255, in [0, 1], or of a signal in its scaled units. Always finite. */
  readonly encode: (sample: Float32Array, into: Uint8Array | Float32Array) => void;
}

/** Whole numbers that reach this far are taken to be bytes: 0 to 16, as in scikit-learn's digits, would be almost black. */
const leastOfBytes = 128;

/**
 * With units, those of a signal: (x - least) / (greatest - least), without limits. Otherwise:
 *
 * - `range`, whole numbers up to 255 that reach 128: bytes as they are, in the range [0, 255].
 * - `range`, whole numbers whose range divides 255 (0 and 1, -128 to 127): bytes, spread over 0 to 255.
 * - `range`, others: (x - min) / (max - min).
 * - `feature`: the same with the minimum and maximum of the place; a place that never changes is 0. Its numbers have no units
 *   in common: each place has a range of its own, and the stated one is [0, 1].
 *
 * Inverting swaps the ends of the range: x becomes min + max - x, and so does v become 1 - v.
 */
export function chooseEncoding(
  statistics: Statistics,
  { normalisation, invert }: Pick<ImportChoices, 'normalisation' | 'invert'>,
  units: ValueUnits | null = null,
): Encoding {
  if (units !== null) return inUnits(units, invert);
  if (normalisation === 'feature') return byFeature(statistics, invert);
  const { least, greatest, isWhole } = statistics;
  if (isWhole && least >= 0 && greatest <= 255 && greatest >= leastOfBytes) return asBytes(0, 255, invert);
  if (isWhole && 255 % (greatest - least) === 0) return asBytes(least, greatest, invert);
  return asFloats(least, greatest, invert);
}

function asBytes(least: number, greatest: number, invert: boolean): Encoding {
  const factor = 255 / (greatest - least);
  return {
    values: 'uint8',
    valueRange: [least, greatest],
    encode: (sample, into) => {
      for (let place = 0; place < sample.length; place++) {
        const byte = (sample[place]! - least) * factor;
        into[place] = invert ? 255 - byte : byte;
      }
    },
  };
}

function asFloats(least: number, greatest: number, invert: boolean): Encoding {
  const range = greatest - least;
  return {
    values: 'float32',
    valueRange: [least, greatest],
    encode: (sample, into) => {
      for (let place = 0; place < sample.length; place++) {
        // Rounded as a 32-bit value in the data's own units, which an export can hold exactly.
        const value = invert ? Math.fround(least + greatest - sample[place]!) : sample[place]!;
        into[place] = Math.min(1, Math.max(0, (value - least) / range));
      }
    },
  };
}

/** What a 32-bit float can hold. */
const mostFloat = 3.4e38;

function inUnits(units: ValueUnits, invert: boolean): Encoding {
  return {
    values: 'float32',
    ...units,
    encode: (sample, into) => {
      for (let place = 0; place < sample.length; place++) {
        const [least, greatest] = rangeAt(units, place);
        const value = invert ? Math.fround(least + greatest - sample[place]!) : sample[place]!;
        const share = greatest > least ? (value - least) / (greatest - least) : 0;
        into[place] = Math.min(mostFloat, Math.max(-mostFloat, share));
      }
    },
  };
}

function byFeature({ leastAt, greatestAt }: Statistics, invert: boolean): Encoding {
  const placeRanges = Array.from(leastAt, (least, place) => [least, greatestAt[place]!] as const);
  return {
    values: 'float32',
    valueRange: [0, 1],
    placeRanges,
    encode: (sample, into) => {
      for (let place = 0; place < sample.length; place++) {
        const [least, greatest] = placeRanges[place]!;
        // Rounded as `asFloats` does.
        const value = invert ? Math.fround(least + greatest - sample[place]!) : sample[place]!;
        into[place] = greatest > least ? Math.min(1, Math.max(0, (value - least) / (greatest - least))) : 0;
      }
    },
  };
}
