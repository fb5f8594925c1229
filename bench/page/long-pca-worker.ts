// PCA of colour pictures of 64 x 64, as the analysis worker computes it, on made-up pictures.
import { expose } from 'comlink';
import { principalComponents } from '../../src/analysis/pca/pca';
import { allOf } from '../../src/core/experiment/trained-on';
import { errorAt } from '../../src/core/pca/pca';
import { pcg4d, unitInterval, words } from '../../src/core/random';
import type { Samples } from '../../src/core/samples/samples';

const side = 64;
const shape = [side, side, 3];
/** Waves that a picture is made of: their deviations fall as 1/k, as those of photographs do. */
const waves = 200;

/** Smooth waves of random size and sign in three tints, and some noise in every byte. */
function pictures(count: number, seed: number): Samples {
  const size = side * side * 3;
  const patterns = Float32Array.from({ length: waves * size }, (_, at) => {
    const [wave, place] = [Math.floor(at / size), at % size];
    const [x, y] = [Math.floor(place / 3) % side, Math.floor(place / 3 / side)];
    const [u, v] = [wave % 14, Math.floor(wave / 14)];
    const tint = 1 + 0.2 * (((place % 3) + wave) % 3);
    return (40 * tint * Math.cos((Math.PI * (x * u + y * v)) / side + wave)) / (1 + wave / 4);
  });
  const values = new Uint8Array(count * size);
  const picture = new Float32Array(size);
  for (let sample = 0; sample < count; sample++) {
    picture.fill(128);
    for (let wave = 0; wave < waves; wave++) {
      pcg4d(seed, sample, wave, 0);
      const amount = unitInterval(words[0] ?? 0) - 0.5;
      for (let i = 0, at = wave * size; i < size; i++, at++) picture[i]! += amount * patterns[at]!;
    }
    for (let i = 0; i < size; i++) {
      pcg4d(seed, sample, i, 1);
      values[sample * size + i] = Math.min(255, Math.max(0, picture[i]! + ((words[0] ?? 0) >>> 28)));
    }
  }
  return { values, shape, count, labels: new Uint16Array(count), classNames: [] };
}

let samples: { train: Samples; test: Samples } | null = null;

const worker = {
  make(count: number): void {
    samples = { train: pictures(count, 1), test: pictures(count / 5, 2) };
  },
  /** Seconds, and the share of the test pictures' variance that all components keep. */
  async measure(): Promise<{ seconds: number; kept: number }> {
    if (samples === null) throw new Error('no pictures');
    const startedAt = performance.now();
    const { testMse } = await principalComponents(allOf('patches'), samples, () => undefined);
    const seconds = (performance.now() - startedAt) / 1000;
    const [none = 0] = testMse;
    return { seconds, kept: 1 - (errorAt(testMse, testMse.length) ?? 0) / none };
  },
  /** How long the worker takes to answer is how long it goes without a pause. */
  ping: () => true,
};
export type LongPcaWorker = typeof worker;

expose(worker);
