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
    const k = 5;
    const nearest = new Uint32Array(n * k);
    const dist = new Float32Array(n);
    const m = known.length / w;
    for (let a = 0; a < n; a++) {
      const d = new Float64Array(k).fill(Infinity); const at = new Uint32Array(k);
      for (let b = 0; b < m; b++) {
        let s = 0; const limit = d[k - 1]!;
        for (let i = 0; i < w; i++) { const q = z[a * w + i]! - known[b * w + i]!; s += q * q; if ((i & 7) === 7 && s > limit) break; }
        if (s < limit) { let p = k - 1; while (p > 0 && d[p - 1]! > s) { d[p] = d[p - 1]!; at[p] = at[p - 1]!; p--; } d[p] = s; at[p] = b; }
      }
      nearest.set(at, a * k); dist[a] = Math.sqrt(d[0]!);
    }
    const wanted = new Float32Array(n * k * w);
    nearest.forEach((b, j) => wanted.set(known.subarray(b * w, (b + 1) * w), j * w));
    const decoded = (await engine.decode(runId, wanted))!.images;
    const kinds: Record<string, Float32Array> = { mse: new Float32Array(n), worst: new Float32Array(n), nc: dist, mem1: new Float32Array(n), mem5: new Float32Array(n), memWorst: new Float32Array(n), cosErr: new Float32Array(n), pull: new Float32Array(n), rel: new Float32Array(n), rel0: new Float32Array(n), relsq: new Float32Array(n), relMem5: new Float32Array(n), relSum: new Float32Array(n), relWorst: new Float32Array(n), ncInk: new Float32Array(n), ncZ: new Float32Array(n), ncRel: new Float32Array(n) };
    const e = new Float32Array(784);
    for (let a = 0; a < n; a++) {
      let s = 0, ink = 0;
      for (let i = 0; i < 784; i++) { const q = r[a * 784 + i]! - x[a * 784 + i]!; e[i] = q * q; s += q * q; ink += x[a * 784 + i]! ** 2; }
      kinds.mse![a] = s; kinds.rel![a] = s / (ink + 10); kinds.rel0![a] = s / (ink + 1); kinds.relsq![a] = s / Math.sqrt(ink + 1); let zz = 0; for (let i = 0; i < w; i++) zz += z[a * w + i]! ** 2; kinds.ncZ![a] = dist[a]! / Math.sqrt(zz + 1e-6); kinds.ncInk![a] = dist[a]! / Math.sqrt(ink + 10);
      kinds.worst![a] = e.slice().sort().subarray(745).reduce((p, q) => p + q, 0);
      let best = Infinity, first = 0, pull = 0, bw = Infinity;
      for (let j = 0; j < k; j++) {
        let t = 0, u = 0; const from = (a * k + j) * 784;
        for (let i = 0; i < 784; i++) { const y = decoded[from + i]!; const q = y - x[a * 784 + i]!; t += q * q; e[i] = q * q; const v = y - r[a * 784 + i]!; u += v * v; }
        if (j === 0) { first = t; pull = u; }
        best = Math.min(best, t);
        if (j < 3) bw = Math.min(bw, e.slice().sort().subarray(745).reduce((p, q) => p + q, 0));
      }
      kinds.mem1![a] = first; kinds.mem5![a] = best; kinds.memWorst![a] = bw; kinds.pull![a] = pull;
      kinds.cosErr![a] = s + pull; kinds.relMem5![a] = best / (ink + 10); kinds.relSum![a] = (s + pull) / (ink + 10); kinds.relWorst![a] = kinds.worst![a]! / (ink + 10); kinds.ncRel![a] = kinds.ncInk![a]! * Math.sqrt(kinds.rel![a]!);
    }
    const row: Record<string, number> = { step, sec: Math.round(trained / 100) / 10 };
    for (const [name, scores] of Object.entries(kinds)) row[name] = Math.round(1e4 * aurocOf(scores, isNormal)!) / 1e4;
    for (const kind of experiment.codeKind === 'gaussian' ? (['negative-elbo', 'reconstruction-probability'] as const) : (['bce'] as const)) {
      const s = (await engine.scoreSamples(runId, kind, x))!.judged as { scores: Float32Array };
      row[kind] = Math.round(1e4 * aurocOf(s.scores, isNormal)!) / 1e4;
    }
    out.push(row);
  }
  return out;
}
Object.assign(window, { explore });
