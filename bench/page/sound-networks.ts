// The page of the bench of networks that clean sound: trains a preset in the real worker and measures it on the six notes that nothing is
// trained on. The driver beside this folder calls it through `window.soundNetworks`.
import { proxy, wrap } from 'comlink';
import { soundPresets } from '../../src/catalog/sound-presets/registry';
import type { TrainingEvent } from '../../src/core/engine-api/events';
import type { EngineApi } from '../../src/core/engine-api/running';
import { defaultExperiment, type ExperimentPatch } from '../../src/core/experiment/experiment';
import { withPatch } from '../../src/core/experiment/rules';
import { cleanWithNetwork, type SoundRepresentation } from '../../src/core/sound/cleaning/clean-with-network';
import { addNoise, type NoiseKind } from '../../src/core/sound/noise';
import { segmentalSnr, snr } from '../../src/core/sound/snr';
import { decodePiano } from '../../src/session/datasets/piano/decode-piano';
import { makeOnPage } from '../../src/session/datasets/page-made';
import { pianoRate } from '../../src/catalog/piano/registry';
import { backendText } from './backend-text';

export interface Cleaned {
  note: string;
  /** SNR of the whole note, and without its first and last 512 points; segmental SNR. In dB. */
  before: Measured;
  after: Measured;
}

export interface Measured {
  whole: number;
  trimmed: number;
  segmental: number | null;
}

export interface SoundNetworks {
  readonly presets: Readonly<Record<SoundRepresentation['kind'], { patch: ExperimentPatch; epochs: number }>>;
  /** Starts an engine and builds the network; ends an earlier one. */
  build(patch: ExperimentPatch): Promise<string>;
  /** Trains to the end of so many epochs, views unseen. */
  train(epochs: number): Promise<{ step: number; loss: number; seconds: number; samplesPerSecond: number }>;
  clean(kind: SoundRepresentation['kind'], noise: NoiseKind, snrDb: number): Promise<Cleaned[]>;
}

declare global {
  interface Window {
    soundNetworks: SoundNetworks;
  }
}

let worker: Worker | null = null;
let engine: ReturnType<typeof wrap<EngineApi>> | null = null;
let experiment = defaultExperiment;
let trainCount = 0;
let valueRange: readonly [number, number] = [0, 1];
let step = 0;
let losses: number[] = [];
let rate = 0;

function note(event: TrainingEvent): void {
  if (event.type === 'failed') throw new Error(JSON.stringify(event.message));
  if (event.type === 'diverged') console.error(`diverged: ${JSON.stringify(event)}`);
  if (event.type === 'started') {
    trainCount = event.trainCount;
    valueRange = event.dataset.valueRange;
  }
  if (event.type !== 'progress') return;
  step = event.step;
  rate = event.imagesPerSecond;
  losses = [...losses, ...event.trainLosses].slice(-200);
}

const trim = 512;

function measure(clean: Float32Array, estimate: Float32Array): Measured {
  return {
    whole: snr(clean, estimate),
    trimmed: snr(clean.subarray(trim, -trim), estimate.subarray(trim, -trim)),
    segmental: segmentalSnr(clean, estimate, pianoRate),
  };
}

window.soundNetworks = {
  presets: soundPresets,
  async build(patch) {
    worker?.terminate();
    worker = new Worker(new URL('../../src/engine/worker.ts', import.meta.url), { type: 'module' });
    engine = wrap<EngineApi>(worker);
    experiment = withPatch(defaultExperiment, patch);
    [step, losses, trainCount] = [0, [], 0];
    const baseUrl = new URL('/', location.href).href;
    const options = { backend: 'wasm', baseUrl, lifeLock: 'bench' } as const;
    const report = await engine.open(options, proxy(note), proxy(makeOnPage));
    await engine.build('1', experiment, null);
    while (trainCount === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    return backendText(report);
  },
  async train(epochs) {
    const last = Math.ceil((epochs * trainCount) / experiment.batchSize);
    const startedMs = performance.now();
    await engine?.play('1', last);
    while (step < last) await new Promise((resolve) => setTimeout(resolve, 50));
    const seconds = (performance.now() - startedMs) / 1000;
    const loss = losses.reduce((sum, one) => sum + one, 0) / losses.length;
    return { step, loss, seconds, samplesPerSecond: rate };
  },
  async clean(kind, noise, snrDb) {
    const representation: SoundRepresentation = kind === 'raw' ? { kind, valueRange } : { kind };
    const results: Cleaned[] = [];
    for (const [place, { name, isHeldOut, signal }] of (await decodePiano()).entries()) {
      if (!isHeldOut) continue;
      const { noisy } = addNoise(signal, noise, snrDb, place + 1);
      const cleaned = await cleanWithNetwork(noisy, representation, async (samples) => {
        const answer = await engine?.reconstruct('1', samples);
        return answer?.images ?? null;
      });
      if (cleaned === null) throw new Error('There is no network.');
      results.push({ note: name, before: measure(signal, noisy), after: measure(signal, cleaned) });
    }
    return results;
  },
};
