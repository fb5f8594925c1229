// The page of the bench of sound: cleans the six notes that nothing is fitted to with every method that has no network, in the real
// analysis worker. The driver beside this folder calls it through `window.cleanNotes`. A note's noise has the seed of its place, as in
// the bench of the networks, so that all clean the same recordings.
import { proxy, wrap } from 'comlink';
import { pianoRate } from '../../src/catalog/piano/registry';
import type { AnalysisApi } from '../../src/core/analysis-api';
import { allOf } from '../../src/core/experiment/trained-on';
import { soundRivalIds, type CleaningApi, type SoundRivalId } from '../../src/core/sound/cleaning-api';
import { addNoise, type NoiseKind } from '../../src/core/sound/noise';
import { segmentalSnr, snr } from '../../src/core/sound/snr';
import { decodePiano } from '../../src/session/datasets/piano/decode-piano';
import { makeOnPage } from '../../src/session/datasets/page-made';

/** In dB. */
export interface Measured {
  whole: number;
  /** Without the first and last 512 points. */
  trimmed: number;
  segmental: number | null;
}

export interface CleanedNote {
  note: string;
  noisy: Measured;
  rivals: Record<SoundRivalId, Measured | null>;
  /** Of all rivals together. */
  seconds: number;
}

declare global {
  interface Window {
    cleanNotes: (noise: NoiseKind, snrDb: number, codeSize: number) => Promise<CleanedNote[]>;
  }
}

const trim = 512;

function measure(clean: Float32Array, estimate: Float32Array): Measured {
  return {
    whole: snr(clean, estimate),
    trimmed: snr(clean.subarray(trim, -trim), estimate.subarray(trim, -trim)),
    segmental: segmentalSnr(clean, estimate, pianoRate),
  };
}

const worker = new Worker(new URL('../../src/analysis/analysis-worker.ts', import.meta.url), {
  type: 'module',
});
const analysis = wrap<AnalysisApi & CleaningApi>(worker);
const baseUrl = new URL('/', location.href).href;
void analysis.open({ baseUrl, lifeLock: 'bench' }, proxy(makeOnPage));

window.cleanNotes = async (noiseKind, snrDb, codeSize) => {
  const results: CleanedNote[] = [];
  const windows = allOf('piano');
  for (const [place, { name, isHeldOut, signal }] of (await decodePiano()).entries()) {
    if (!isHeldOut) continue;
    const { noisy, noise } = addNoise(signal, noiseKind, snrDb, place + 1);
    const startedMs = performance.now();
    const cleaned = await analysis.cleanSound(
      { noisy, noise, windows, codeSize },
      proxy(() => undefined),
    );
    const seconds = (performance.now() - startedMs) / 1000;
    const measured = soundRivalIds.map((id) => {
      const estimate = cleaned?.[id] ?? null;
      return [id, estimate && measure(signal, estimate)];
    });
    results.push({
      note: name,
      noisy: measure(signal, noisy),
      rivals: Object.fromEntries(measured) as CleanedNote['rivals'],
      seconds,
    });
  }
  return results;
};
