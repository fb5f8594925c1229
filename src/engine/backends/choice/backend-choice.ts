// Decides which backend to use, from the browser's capabilities, the measurements and the person's choice. Pure.
import type { BackendMeasurement, BackendName } from '../../../core/backend-measurement';
import type { BackendChoice, BackendReport } from '../../../core/engine-api/backend';
import type { BackendAbsence, BackendNote, BackendReason } from '../../../core/engine-api/messages';
import { isSoftwareRenderer } from '../../kernels/software-renderer';

/** The capabilities of this browser. */
export interface Capabilities {
  /** Name of the WebGL 2 renderer, empty where the browser hides it; null where there is none. */
  renderer: string | null;
  /** Why there is no renderer; null where there is one. */
  whyNoWebgl: BackendAbsence | null;
  /** The WebGPU adapter; null when there is none. `software` means rendered on the CPU. */
  adapter: { name: string; software: boolean } | null;
  /** Why there is no adapter; null where there is one. */
  whyNoWebgpu: BackendAbsence | null;
  wasm: boolean;
  simd: boolean;
}

/** A choice, its reason, notes and alternatives. */
export type BackendDecision = Pick<BackendReport, 'name' | 'reason' | 'notes'>;

/** The backends that this browser can run, those on the GPU first. */
export function availableBackends({ renderer, adapter, wasm }: Capabilities): BackendName[] {
  const all: [BackendName, boolean][] = [
    ['webgl', renderer !== null],
    ['webgpu', adapter !== null],
    ['wasm', wasm],
    ['cpu', true],
  ];
  return all.filter(([, can]) => can).map(([name]) => name);
}

/** Backends that might be the fastest here, the quickest to start first. A single one need not be measured. */
export function seriousCandidates({ renderer, adapter, wasm }: Capabilities): BackendName[] {
  const all: [BackendName, boolean][] = [
    ['wasm', wasm],
    ['webgl', renderer !== null && !isSoftwareRenderer(renderer)],
    ['webgpu', adapter !== null && !adapter.software],
  ];
  return all.filter(([, can]) => can).map(([name]) => name);
}

/** Fingerprint of everything that a measurement depends on; if it differs, measure again. */
export function setupFingerprint(capabilities: Capabilities, version: string, threads: boolean): string {
  const { renderer, adapter, simd } = capabilities;
  return [version, renderer, adapter?.name ?? null, simd && 'SIMD', threads && 'threads'].join(' | ');
}

/**
 * `auto` takes the backend measured as fastest; without a measurement WebGL on real hardware, else WebGPU on real hardware,
 * else WASM, else plain JavaScript. A choice that this browser cannot run falls back the same way, and the reason says so.
 */
export function decideBackend(
  choice: BackendChoice,
  capabilities: Capabilities,
  measurement: BackendMeasurement | null = null,
): BackendDecision {
  const { renderer, whyNoWebgl, adapter, wasm, simd } = capabilities;
  const take = (name: BackendName, reason: BackendReason): BackendDecision => ({
    name,
    reason,
    notes: [noteOn(name, capabilities)],
  });
  if (choice !== 'auto') {
    if (availableBackends(capabilities).includes(choice)) return take(choice, { code: 'backend.chosen' });
    const fallback = decideBackend('auto', capabilities, measurement);
    const why = whyAbsent(choice, capabilities);
    return {
      name: fallback.name,
      reason: { code: 'backend.cannot-run', backend: choice },
      notes: [{ code: 'note.cannot-run', backend: choice, why }, ...fallback.notes],
    };
  }
  const fastest = measurement && fastestOf(measurement, availableBackends(capabilities));
  if (fastest) {
    const { notes, ...taken } = take(fastest, { code: 'backend.fastest' });
    return { ...taken, notes: [...notes, { code: 'note.measured', stepMs: measurement.stepMs }] };
  }
  if (renderer !== null && !isSoftwareRenderer(renderer)) return take('webgl', { code: 'backend.gpu' });
  if (adapter !== null && !adapter.software) return take('webgpu', { code: 'backend.gpu' });
  if (!wasm) return take('cpu', { code: 'backend.no-wasm' });
  return take(
    'wasm',
    renderer === null && whyNoWebgl
      ? { code: 'backend.no-webgl', why: whyNoWebgl, simd }
      : { code: 'backend.no-gpu', simd },
  );
}

/** A note on the hardware behind the backend. */
export function noteOn(name: BackendName, { renderer, adapter, simd }: Capabilities): BackendNote {
  switch (name) {
    case 'webgl':
      return { code: 'note.webgl', renderer };
    case 'webgpu':
      return { code: 'note.webgpu', adapter: adapter?.name ?? null, software: adapter?.software ?? false };
    case 'wasm':
      return { code: 'note.wasm', simd, renderer };
    case 'cpu':
      return { code: 'note.cpu' };
  }
}

function whyAbsent(name: BackendName, { whyNoWebgl, whyNoWebgpu }: Capabilities): BackendAbsence {
  const known = { webgl: whyNoWebgl, webgpu: whyNoWebgpu, wasm: null, cpu: null }[name];
  return known ?? { code: 'absent.no-wasm' };
}

function fastestOf({ stepMs }: BackendMeasurement, available: readonly BackendName[]): BackendName | null {
  const timed = available.filter((name) => typeof stepMs[name] === 'number');
  return timed.reduce<BackendName | null>(
    (best, name) => (best === null || (stepMs[name] ?? 0) < (stepMs[best] ?? 0) ? name : best),
    null,
  );
}
