// Finds out what the browser can do and starts the backend that this, the person and what was measured lead to.
import { simd } from 'wasm-feature-detect';
import type { BackendMeasurement } from '../core/backend-measurement';
import type { BackendChoice, BackendReport, MeasurementWish } from '../core/engine-api';
import {
  availableBackends,
  decideBackend,
  describeBackend,
  isSoftwareRenderer,
  measuredOn,
  seriousCandidates,
  type Capabilities,
} from './backend-choice';
import { start } from './backends/start';
import type { FaultListener } from './backends/starter';
import { probeWebgl } from './backends/webgl';
import { probeWebgpu } from './backends/webgpu';
import { measureBackends } from './measure-backends';

/**
 * What this browser can run. Makes the WebGL context that tfjs will use, and keeps it. WebGPU, which takes up to a second
 * to be found, is waited for only where it may be what `choice` leads to; without a choice it is.
 */
export async function probeCapabilities(
  onFault: FaultListener,
  choice: BackendChoice = 'webgpu',
): Promise<Capabilities> {
  const wasm = typeof WebAssembly === 'object';
  const hasSimd = wasm && (await simd());
  const webgl = probeWebgl(onFault);
  const hasCard = webgl.renderer !== null && !isSoftwareRenderer(webgl.renderer);
  const webgpuLimitMs = choice === 'webgpu' ? 5000 : choice === 'auto' && hasCard ? 1000 : 0;
  return { ...webgl, ...(await probeWebgpu(onFault, webgpuLimitMs)), wasm, simd: hasSimd };
}

export interface StartOptions {
  /** What `auto` goes by instead of measuring. */
  measurement?: MeasurementWish;
  /** Told what is being measured, in a sentence for the status line. */
  onMeasuring?: (message: string) => void;
}

/**
 * Starts the backend that `choice` leads to; when it does not start, the next one that can. `auto` measures first where
 * several may be the fastest.
 * @throws Error when none starts
 */
export async function startBackend(
  choice: BackendChoice,
  capabilities: Capabilities,
  options: StartOptions = {},
): Promise<BackendReport> {
  const measured = choice === 'auto' ? await measurementFor(capabilities, options) : null;
  const decision = decideBackend(choice, capabilities, measured);
  const available = availableBackends(capabilities);
  const others = available.filter((name) => name !== decision.name && name !== 'webgl' && name !== 'webgpu');
  const failures: string[] = [];
  for (const name of [decision.name, ...others]) {
    const note = await start(name);
    if (!note) {
      failures.push(name);
      continue;
    }
    const reason = failures.length > 0 ? `${failures.join(', ')} did not start` : decision.reason;
    const about = failures.length > 0 ? describeBackend(name, capabilities) : decision.detail;
    const { renderer } = capabilities;
    return {
      name,
      choice,
      // that SIMD is missing explains itself
      reason: (capabilities.simd ? note.badge : undefined) ?? reason,
      detail: [about, note.detail].filter(Boolean).join(' '),
      softwareGraphics: renderer !== null && isSoftwareRenderer(renderer),
      available,
      measured,
    };
  }
  throw new Error(`No backend could be started (tried ${failures.join(', ')}).`);
}

/** Every build of the worker has another name, as its content is part of it. */
const version = new URL(import.meta.url).pathname.split('/').at(-1) ?? '';

async function measurementFor(
  capabilities: Capabilities,
  { measurement: wish, onMeasuring }: StartOptions,
): Promise<BackendMeasurement | null> {
  const candidates = seriousCandidates(capabilities);
  if (candidates.length < 2 || wish === 'unwanted') return null;
  const of = measuredOn(capabilities, version, globalThis.crossOriginIsolated);
  if (wish?.of === of && candidates.every((name) => name in wish.stepMs)) return wish;
  return { of, stepMs: await measureBackends(candidates, onMeasuring) };
}
