// The page of bench/profile.mjs: forwards its calls to the worker that computes.
import { wrap, type Remote } from 'comlink';
import type { Profiler } from './profile-worker';

declare global {
  interface Window {
    profiler: Remote<Profiler>;
  }
}

const worker = new Worker(new URL('./profile-worker.ts', import.meta.url), { type: 'module' });
window.profiler = wrap<Profiler>(worker);
