import { proxy, wrap } from 'comlink';
import { aurocOf } from '../../src/core/anomaly/curves/bootstrap';
import type { TrainingEvent } from '../../src/core/engine-api/events';
import type { EngineApi } from '../../src/core/engine-api/running';
import { defaultExperiment, type ExperimentPatch } from '../../src/core/experiment/experiment';
import { withPatch } from '../../src/core/experiment/rules';
import { openDataset } from '../../src/data/sources/load-dataset';
import { Sources } from '../../src/data/sources/sources';
import { subsetLists } from '../../src/data/subset';

const baseUrl = new URL('/', location.href).href;
const quiet = proxy(() => undefined);
const engine = wrap<EngineApi>(new Worker(new URL('../../src/engine/worker.ts', import.meta.url), { type: 'module' }));
let onEvent: (event: TrainingEvent) => void = () => undefined;
const opened = (async () => {
  await engine.open({ backend: 'wasm', baseUrl, lifeLock: 'bench' }, proxy((e: TrainingEvent) => onEvent(e)));
  await engine.setSeen([]);
  const handle = await openDataset(new Sources(baseUrl).find('mnist'), { onProgress: () => undefined, onFailure: console.error });
  await Promise.all([handle.whenTrainReady(60000), handle.whenTestReady()]);
  return handle;
})();
let runs = 0;

async function explore({ patch, steps, most = 300 }: { patch: ExperimentPatch; steps: number[]; most?: number }) {
  const digits = await opened;
  const experiment = withPatch({ ...defaultExperiment, validationShare: 0.1 }, patch);
  const runId = `r${++runs}`;
  let finish: () => void = () => undefined;
  let ready = false;
  onEvent = (event) => {
    if (event.type === 'subset-counted') ready = true;
    if (event.type === 'paused' && event.reason === 'finished') finish();
    if (event.type === 'failed' || event.type === 'diverged') console.error(JSON.stringify(event));
  };
  await engine.build(runId, experiment, null);
  while (!ready) await new Promise((r) => setTimeout(r, 20));
  const all = subsetLists(digits.train.labels, 10, experiment).validation;
  const seen = new Array<number>(10).fill(0);
  const held = all.filter((index) => seen[digits.train.labels[index]!]!++ < most);
  const x = new Float32Array(held.length * 784);
  held.forEach((index, row) => { for (let i = 0; i < 784; i++) x[row * 784 + i] = digits.train.values[index * 784 + i]! / 255; });
  const isNormal = Uint8Array.from(held, (i) => Number(experiment.classes.includes(digits.train.labels[i]!)));
  const out: object[] = [];
  let trained = 0;
  for (const step of steps) {
    const t0 = performance.now();
    const done = new Promise<void>((r) => (finish = r));
    await engine.play(runId, step);
    await done;
    trained += performance.now() - t0;
    const n = held.length;
    const scored = (await engine.scoreSamples(runId, 'nearest-code', x))!;
    const sets = (await engine.scoreSets(runId, 'nearest-code', quiet))!;
    const z = (scored.judged as { codes: Float32Array }).codes;
    const known = sets.train!;
    const w = experiment.codeSize;
    const r = scored.reconstructions;
    const m = known.length / w;
    const mean = new Float64Array(w);
    known.forEach((v, i) => (mean[i % w]! += v / m));
    const unit = (codes: Float32Array, centre: boolean) => {
      const out = new Float32Array(codes.length);
      for (let a = 0; a < codes.length; a += w) {
        let s = 1e-12;
        for (let i = 0; i < w; i++) { const v = codes[a + i]! - (centre ? mean[i]! : 0); out[a + i] = v; s += v * v; }
        for (let i = 0; i < w; i++) out[a + i]! /= Math.sqrt(s);
      }
      return out;
    };
    const search = (q: Float32Array, r: Float32Array) => Float32Array.from({ length: n }, (_, a) => {
      let best = Infinity;
      for (let b = 0; b < r.length; b += w) {
        let s = 0;
        for (let i = 0; i < w; i += 8) {
          for (let j = i; j < i + 8 && j < w; j++) { const d = q[a * w + j]! - r[b + j]!; s += d * d; }
          if (s > best) break;
        }
        if (s < best) best = s;
      }
      return best;
    });
    const kinds: Record<string, Float32Array> = { mse: new Float32Array(n), rel: new Float32Array(n) };
    kinds.cos = search(unit(z, false), unit(known, false));
    kinds.cosC = search(unit(z, true), unit(known, true));
    if (w <= 64) kinds.nc = search(z, known);
    for (let a = 0; a < n; a++) {
      let s = 0, ink = 0;
      for (let i = 0; i < 784; i++) { const q = r[a * 784 + i]! - x[a * 784 + i]!; s += q * q; ink += x[a * 784 + i]! ** 2; }
      kinds.mse![a] = s; kinds.rel![a] = s / (ink + 8);
    }
    kinds.cosRel = kinds.cos.map((v, a) => v * kinds.rel![a]!);
    kinds.cosPlus = kinds.cos.map((v, a) => v + kinds.rel![a]!);
    const row: Record<string, number> = { step, sec: Math.round(trained / 100) / 10 };
    for (const [name, scores] of Object.entries(kinds)) row[name] = Math.round(1e4 * aurocOf(scores, isNormal)!) / 1e4;
    out.push(row);
  }
  return out;
}
Object.assign(window, { explore });
