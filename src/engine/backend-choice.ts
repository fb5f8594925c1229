// Which backend to run on, as a function of what the browser can do and what the person asked for. Pure.
import type { BackendChoice, BackendName } from '../core/engine-api';

/** What was found out about this browser. */
export interface Capabilities {
  /** Name of the WebGL 2 renderer, or null with the reason there is none. */
  renderer: string | null;
  whyNoWebgl: string;
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
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer);
}

/** The backends that this browser can run, fastest first. */
export function availableBackends({ renderer, wasm }: Capabilities): BackendName[] {
  const all: [BackendName, boolean][] = [
    ['webgl', renderer !== null],
    ['wasm', wasm],
    ['cpu', true],
  ];
  return all.filter(([, can]) => can).map(([name]) => name);
}

/**
 * `auto` takes WebGL on real hardware, else WASM, else plain JavaScript. A choice that this browser cannot run falls
 * back the same way, and the reason says so.
 */
export function decideBackend(choice: BackendChoice, capabilities: Capabilities): BackendDecision {
  const { renderer, whyNoWebgl, wasm, simd } = capabilities;
  if (choice !== 'auto') {
    if (availableBackends(capabilities).includes(choice)) {
      return { name: choice, reason: 'chosen by you', detail: describe(choice, capabilities) };
    }
    const fallback = decideBackend('auto', capabilities);
    return { ...fallback, reason: `${choice === 'webgl' ? 'WebGL' : 'WASM'} cannot run here` };
  }
  if (renderer !== null && !isSoftwareRenderer(renderer)) {
    return { name: 'webgl', reason: 'GPU', detail: describe('webgl', capabilities) };
  }
  const why = renderer === null ? whyNoWebgl : `no GPU found`;
  if (!wasm) {
    return { name: 'cpu', reason: 'no WebAssembly', detail: describe('cpu', capabilities) };
  }
  return { name: 'wasm', reason: simd ? why : `${why}, no SIMD`, detail: describe('wasm', capabilities) };
}

function describe(name: BackendName, { renderer, simd }: Capabilities): string {
  if (name === 'webgl') return `Runs on WebGL: ${renderer ?? 'unknown renderer'}.`;
  if (name === 'cpu') return 'Runs in plain JavaScript on the processor: slow.';
  const why = renderer === null ? '' : ` The WebGL renderer here is ${renderer}.`;
  return `Runs in WebAssembly ${simd ? 'with' : 'without'} SIMD on the processor.${why}`;
}
