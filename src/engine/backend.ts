// Finds out what the browser can do and starts a tfjs backend. Each backend's code is loaded when it is first wanted.
import * as tf from '@tensorflow/tfjs-core';
import { simd } from 'wasm-feature-detect';
import type { BackendChoice, BackendName, BackendReport } from '../core/engine-api';
import { availableBackends, decideBackend, isSoftwareRenderer, type Capabilities } from './backend-choice';

/** The WebGL context of the engine was lost: nothing computed on it since can be trusted. */
export class ContextLostError extends Error {
  constructor() {
    super('The graphics context was lost.');
    this.name = 'ContextLostError';
  }
}

let gl: WebGL2RenderingContext | null = null;

/** @throws ContextLostError when the running backend is WebGL and its context is lost */
export function assertBackendAlive(): void {
  if (tf.getBackend() === 'webgl' && gl?.isContextLost()) throw new ContextLostError();
}

/** What this browser can run. Makes the WebGL context that tfjs will use, and keeps it. */
export async function probeCapabilities(onContextLost: () => void): Promise<Capabilities> {
  const wasm = typeof WebAssembly === 'object';
  const found = gl && !gl.isContextLost() ? { context: gl, why: '' } : openWebgl(onContextLost);
  gl = found.context;
  return {
    renderer: gl && rendererName(gl),
    whyNoWebgl: found.why,
    wasm,
    simd: wasm && (await simd()),
  };
}

function openWebgl(onContextLost: () => void): { context: WebGL2RenderingContext | null; why: string } {
  if (typeof OffscreenCanvas === 'undefined') return { context: null, why: 'no OffscreenCanvas' };
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('webgl2', {
    alpha: false,
    antialias: false,
    premultipliedAlpha: false,
    preserveDrawingBuffer: false,
    depth: false,
    stencil: false,
    powerPreference: 'high-performance',
  });
  if (!context) return { context: null, why: 'no WebGL 2' };
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    onContextLost();
  });
  return { context, why: '' };
}

function rendererName(context: WebGL2RenderingContext): string {
  const info = context.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = context.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : context.RENDERER);
  return typeof name === 'string' && name !== '' ? name : 'unknown renderer';
}

/**
 * Starts the backend that `choice` leads to; when it does not start, the next one that can.
 * @throws Error when none starts
 */
export async function startBackend(
  choice: BackendChoice,
  capabilities: Capabilities,
): Promise<BackendReport> {
  const decision = decideBackend(choice, capabilities);
  const available = availableBackends(capabilities);
  const candidates = [
    decision.name,
    ...available.filter((name) => name !== decision.name && name !== 'webgl'),
  ];
  const failures: string[] = [];
  for (const name of candidates) {
    const outcome = await start(name);
    if (outcome.started) {
      const reason = failures.length === 0 ? decision.reason : `${failures.join(', ')} did not start`;
      const { detail } = decideBackend(name, capabilities);
      const { renderer } = capabilities;
      const softwareGraphics = renderer !== null && isSoftwareRenderer(renderer);
      return { name, choice, reason, detail: `${detail}${outcome.note}`, softwareGraphics, available };
    }
    failures.push(name);
  }
  throw new Error(`No backend could be started (tried ${failures.join(', ')}).`);
}

type Outcome = { started: true; note: string } | { started: false };

async function start(name: BackendName): Promise<Outcome> {
  try {
    const note = await starters[name]();
    if (!(await tf.setBackend(name))) return { started: false };
    await tf.ready();
    return { started: true, note: note === null ? '' : await note() };
  } catch (error) {
    console.info(`Hourglass: the ${name} backend did not start.`, error);
    return { started: false };
  }
}

/** What each backend needs before `setBackend`, and what to do once it runs (returns a note for the tooltip). */
const starters = {
  webgl: async () => {
    const [{ setWebGLContext }, { mendOddMatMul }] = await Promise.all([
      import('@tensorflow/tfjs-backend-webgl'),
      import('./kernels/webgl/odd-matmul'),
    ]);
    mendOddMatMul();
    if (gl) setWebGLContext(2, gl);
    return null;
  },
  wasm: async () => {
    const [{ useLocalWasmBinaries }, { useSharedMemory }, { describeKernels, installWasmKernels }] =
      await Promise.all([
        import('./kernels/wasm/tfjs-wasm-paths'),
        import('./kernels/wasm/shared-backend'),
        import('./kernels/wasm/install'),
      ]);
    // The threaded build keeps its memory to itself, and our kernels work in place on it.
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    useLocalWasmBinaries();
    useSharedMemory();
    return async () => {
      const report = await installWasmKernels();
      return report.installed
        ? ` Hourglass's own kernels are in use (${describeKernels(report)}).`
        : ` tfjs's own kernels are in use: ${report.reason}.`;
    };
  },
  cpu: async () => {
    await import('@tensorflow/tfjs-backend-cpu');
    return null;
  },
} satisfies Record<BackendName, () => Promise<(() => Promise<string>) | null>>;
