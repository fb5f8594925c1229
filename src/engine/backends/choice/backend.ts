// Probes the browser and starts the backend that follows from its capabilities, the person's choice and the measurement.
import { simd } from 'wasm-feature-detect';
import type { BackendMeasurement, BackendName } from '../../../core/backend-measurement';
import type { BackendChoice, BackendReport, MeasurementWish } from '../../../core/engine-api/backend';
import type { BackendReason } from '../../../core/engine-api/messages';
import { CodedError } from '../../../core/failure';
import {
  availableBackends,
  decideBackend,
  setupFingerprint,
  noteOn,
  seriousCandidates,
  type Capabilities,
} from './backend-choice';
import { isSoftwareRenderer } from '../../kernels/software-renderer';
import { start } from '../start';
import type { FaultListener } from '../starter';
import { probeWebgl } from '../webgl';
import { probeWebgpu } from '../webgpu';
import { measureBackends } from './measure-backends';

/**
 * Probes the capabilities of this browser. Creates the WebGL context that tfjs will use, and keeps it. WebGPU takes up to a
 * second to answer, so this waits only if `choice` may lead to WebGPU; by default it waits.
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
  /** A measurement for `auto` to use instead of measuring. */
  measurement?: MeasurementWish;
  /** Called with each backend before it is measured. */
  onMeasuring?: (backend: BackendName) => void;
}

/**
 * Starts the backend that `choice` leads to; if it does not start, the next one that can run. `auto` measures first when
 * several backends might be the fastest.
 * @throws CodedError when none starts
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
  const failed: BackendName[] = [];
  for (const name of [decision.name, ...others]) {
    const started = await start(name);
    if (!started) {
      failed.push(name);
      continue;
    }
    const { renderer, simd: hasSimd } = capabilities;
    const reason: BackendReason =
      failed.length > 0 ? { code: 'backend.did-not-start', backends: failed } : decision.reason;
    const notes = failed.length > 0 ? [noteOn(name, capabilities)] : decision.notes;
    // Without SIMD the reason says so already.
    const isSlow = hasSimd && started.some(({ code }) => code === 'note.no-kernels');
    return {
      name,
      choice,
      reason: isSlow ? { code: 'backend.no-fast-kernels' } : reason,
      notes: [...notes, ...started],
      softwareGraphics: renderer !== null && isSoftwareRenderer(renderer),
      available,
      measured,
    };
  }
  throw new CodedError({ code: 'engine.no-backend', tried: failed });
}

/** The worker's file name contains a hash of its content, so it identifies the build. */
const version = new URL(import.meta.url).pathname.split('/').at(-1) ?? '';

async function measurementFor(
  capabilities: Capabilities,
  { measurement, onMeasuring }: StartOptions,
): Promise<BackendMeasurement | null> {
  const candidates = seriousCandidates(capabilities);
  if (candidates.length < 2 || measurement === 'unwanted') return null;
  const of = setupFingerprint(capabilities, version, globalThis.crossOriginIsolated);
  if (measurement?.of === of && candidates.every((name) => name in measurement.stepMs)) return measurement;
  return { of, stepMs: await measureBackends(candidates, onMeasuring) };
}
