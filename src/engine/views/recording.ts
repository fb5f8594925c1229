// A long recording, put together again from the windows that were cut from it.
import { sampleSize, valueScale, type Samples } from '../../core/samples/samples';
import type { OpenDataset } from '../dataset/dataset-slot';

/** As `AskingApi.recording` says. */
export function recordingOf(
  { dataset: { handle } }: { dataset: Pick<OpenDataset, 'handle'> },
  index: number,
): Promise<{ values: Float32Array } | null> {
  const { train, test } = handle;
  const isReady = handle.testReady() && handle.trainReady() >= train.count;
  return Promise.resolve(isReady ? assembled(train, test, index) : null);
}

function assembled(train: Samples, test: Samples, index: number): { values: Float32Array } | null {
  const { windows, shape } = train;
  const recording = windows?.recordings[index];
  if (!windows || !recording) return null;
  const size = sampleSize(shape);
  const channels = size / (shape[0] ?? size);
  const values = new Float32Array(recording.length * channels).fill(NaN);
  for (const split of ['train', 'test'] as const) {
    const samples = split === 'train' ? train : test;
    const scale = valueScale(samples);
    const { first, count, start } = recording[split];
    for (let window = 0; window < count; window++) {
      // What the next window has, it brings itself.
      const kept = window === count - 1 ? size : Math.min(size, windows.stride * channels);
      const from = (first + window) * size;
      const to = (start + window * windows.stride) * channels;
      for (let i = 0; i < kept; i++) values[to + i] = (samples.values[from + i] ?? 0) * scale;
    }
  }
  return { values };
}
