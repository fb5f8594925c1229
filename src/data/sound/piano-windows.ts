// The data set `piano`: raw windows of the recordings, as waveforms. Notes are held out whole, so no test window overlaps one that was
// trained on.
import { pianoLicence, pianoRate } from '../../catalog/piano/registry';
import type { OwnDataset } from '../../core/samples/own-dataset';
import type { Recording } from '../../core/samples/series/series-windows';
import { windowLength } from '../../core/sound/overlap-windows';
import { floatDataset } from './float-dataset';

/** A recording as the page has decoded it. */
export interface PianoNote {
  /** As in `pianoNotes`. */
  readonly name: string;
  readonly isHeldOut: boolean;
  /** `[points]`, 8 kHz, in [-1, 1]; as long and as loud as every other. */
  readonly signal: Float32Array<ArrayBuffer>;
}

/** Points between the beginnings of neighbouring windows. */
const stride = 128;
/** How far the range reaches beyond the 99.9th percentile. */
const margin = 1.05;

/** As many whole windows as a recording has. */
const windowsIn = (length: number) => Math.max(0, Math.floor((length - windowLength) / stride) + 1);

/** @param notes in the order of `pianoNotes` */
export function pianoWindows(notes: readonly PianoNote[]): Promise<OwnDataset> {
  const reach = amplitudeOf(notes.filter(({ isHeldOut }) => !isHeldOut));
  const counts = { train: 0, test: 0 };
  const recordings: Recording[] = notes.map(({ name, isHeldOut, signal }) => {
    const count = windowsIn(signal.length);
    const part = isHeldOut ? 'test' : 'train';
    const none = { first: 0, count: 0, start: 0 };
    const stretch = { first: counts[part], count, start: 0 };
    counts[part] += count;
    return { name, length: signal.length, train: none, test: none, [part]: stretch };
  });
  const windowsOf = (part: 'train' | 'test') => {
    const values = new Float32Array(counts[part] * windowLength);
    recordings.forEach((recording, at) => {
      const { first, count } = recording[part];
      const signal = notes[at]?.signal ?? new Float32Array();
      for (let window = 0; window < count; window++) {
        const points = signal.subarray(window * stride, window * stride + windowLength);
        const scaled = points.map((value) => value / (2 * reach) + 0.5);
        values.set(scaled, (first + window) * windowLength);
      }
    });
    return values;
  };
  return floatDataset(
    {
      id: 'piano',
      name: 'Piano notes',
      ...pianoLicence,
      sampleShape: [windowLength, 1],
      valueRange: [-reach, reach],
      windows: { stride, rate: pianoRate, recordings },
    },
    windowsOf('train'),
    windowsOf('test'),
  );
}

/** Robust: 99.9 % of the points lie within it. Symmetric, so that silence is stored as 0.5. */
function amplitudeOf(notes: readonly PianoNote[]): number {
  const total = notes.reduce((sum, { signal }) => sum + signal.length, 0);
  const sizes = new Float32Array(total);
  let at = 0;
  for (const { signal } of notes) {
    sizes.set(
      signal.map((value) => Math.abs(value)),
      at,
    );
    at += signal.length;
  }
  sizes.sort();
  const percentile = sizes[Math.floor(0.999 * (total - 1))] ?? 0;
  return percentile === 0 ? 1 : margin * percentile;
}
