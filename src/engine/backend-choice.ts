// Which backend to run on, as a function of what the browser can do, what was measured and what the person asked for. Pure.
import { backendTitles, type BackendMeasurement } from '../core/backend-measurement';
import type { BackendChoice, BackendName } from '../core/engine-api';

/** What was found out about this browser. */
export interface Capabilities {
  /** Name of the WebGL 2 renderer, or null with the reason there is none. */
  renderer: string | null;
  whyNoWebgl: string;
  /** What WebGPU would compute on, or null with the reason there is nothing. `software`: a program, not a graphics card. */
  adapter: { name: string; software: boolean } | null;
  whyNoWebgpu: string;
  wasm: boolean;
  simd: boolean;
}

/** A choice and its reasons: `reason` for the badge, `detail` for the tooltip. */
export interface BackendDecision {
  name: BackendName;
  reason: string;
  detail: string;
}

/** A renderer that is a program and not a graphics card counts as no GPU. */
export function isSoftwareRenderer(renderer: string): boolean {
  return /swiftshader|llvmpipe|lavapipe|softpipe|software|basic render/i.test(renderer);
}

/** The backends that this browser can run, those of the graphics card first. */
export function availableBackends({ renderer, adapter, wasm }: Capabilities): BackendName[] {
  const all: [BackendName, boolean][] = [
    ['webgl', renderer !== null],
    ['webgpu', adapter !== null],
    ['wasm', wasm],
    ['cpu', true],
  ];
  return all.filter(([, can]) => can).map(([name]) => name);
}

/** Those that may be the fastest here, the quickest to start first. Where there is one, there is nothing to measure. */
export function seriousCandidates({ renderer, adapter, wasm }: Capabilities): BackendName[] {
  const all: [BackendName, boolean][] = [
    ['wasm', wasm],
    ['webgl', renderer !== null && !isSoftwareRenderer(renderer)],
    ['webgpu', adapter !== null && !adapter.software],
  ];
  return all.filter(([, can]) => can).map(([name]) => name);
}

/** What a measurement depends on and is kept with: another of any of these needs another measurement. */
export function measuredOn(capabilities: Capabilities, version: string, threads: boolean): string {
  const { renderer, adapter, simd } = capabilities;
  return [version, renderer, adapter?.name ?? null, simd && 'SIMD', threads && 'threads'].join(' | ');
}

/**
 * `auto` takes what was measured to be the fastest; where nothing was, WebGL on real hardware, else WebGPU on real
 * hardware, else WASM, else plain JavaScript. A choice that this browser cannot run falls back the same way, and the
 * reason says so.
 */
export function decideBackend(
  choice: BackendChoice,
  capabilities: Capabilities,
  measurement: BackendMeasurement | null = null,
): BackendDecision {
  const { renderer, whyNoWebgl, whyNoWebgpu, adapter, wasm, simd } = capabilities;
  const describe = (name: BackendName) => describeBackend(name, capabilities);
  if (choice !== 'auto') {
    if (availableBackends(capabilities).includes(choice)) {
      return { name: choice, reason: 'chosen by you', detail: describe(choice) };
    }
    const fallback = decideBackend('auto', capabilities, measurement);
    const why = { webgl: whyNoWebgl, webgpu: whyNoWebgpu, wasm: 'no WebAssembly', cpu: '' }[choice];
    const refused = `${backendTitles[choice]} cannot run here`;
    return { ...fallback, reason: refused, detail: `${refused}: ${why}. ${fallback.detail}` };
  }
  const fastest = measurement && fastestOf(measurement, availableBackends(capabilities));
  if (fastest) {
    return {
      name: fastest,
      reason: 'fastest here',
      detail: `${describe(fastest)} ${describeMeasurement(measurement)}`,
    };
  }
  if (renderer !== null && !isSoftwareRenderer(renderer)) {
    return { name: 'webgl', reason: 'GPU', detail: describe('webgl') };
  }
  if (adapter !== null && !adapter.software) {
    return { name: 'webgpu', reason: 'GPU', detail: describe('webgpu') };
  }
  const why = renderer === null ? whyNoWebgl : `no GPU found`;
  if (!wasm) {
    return { name: 'cpu', reason: 'no WebAssembly', detail: describe('cpu') };
  }
  return { name: 'wasm', reason: simd ? why : `${why}, no SIMD`, detail: describe('wasm') };
}

/** One sentence for the tooltip about the backend that runs. */
export function describeBackend(name: BackendName, { renderer, adapter, simd }: Capabilities): string {
  if (name === 'webgl') return `Runs on WebGL: ${renderer ?? 'unknown renderer'}.`;
  if (name === 'webgpu') {
    const on = adapter?.name ?? 'unknown adapter';
    return `Runs on WebGPU: ${on}${adapter?.software ? ', a program and not a graphics card: slow' : ''}.`;
  }
  if (name === 'cpu') return 'Runs in plain JavaScript on the processor: slow.';
  const why = renderer === null ? '' : ` The WebGL renderer here is ${renderer}.`;
  return `Runs in WebAssembly ${simd ? 'with' : 'without'} SIMD on the processor.${why}`;
}

function fastestOf({ stepMs }: BackendMeasurement, available: readonly BackendName[]): BackendName | null {
  const timed = available.filter((name) => typeof stepMs[name] === 'number');
  return timed.reduce<BackendName | null>(
    (best, name) => (best === null || (stepMs[name] ?? 0) < (stepMs[best] ?? 0) ? name : best),
    null,
  );
}

function describeMeasurement({ stepMs }: BackendMeasurement): string {
  const entries = Object.entries(stepMs) as [BackendName, number | null][];
  const told = entries
    .sort(([, a], [, b]) => (a ?? Infinity) - (b ?? Infinity))
    .map(([name, ms]) => `${backendTitles[name]} ${ms === null ? 'was given up' : `${inMs(ms)} ms`}`);
  return `Auto measured a training step of the default network here: ${told.join(', ')}.`;
}

function inMs(ms: number): string {
  return ms < 10 ? ms.toFixed(1) : ms.toFixed(0);
}
