// WebGPU, probed with a time limit, since a browser may never answer, and monitored, since its errors arrive as events while
// results read as zeros.
import * as tf from '@tensorflow/tfjs-core';
import type { BackendAbsence, BackendNote } from '../../core/engine-api/messages';
import type { Failure } from '../../core/failure';
import { isSoftwareRenderer } from '../kernels/software-renderer';
import type { WebgpuKernelReport } from '../kernels/webgpu/install';
import { withTimeout } from '../actor/with-timeout';
import type { FinishStart, Fault, FaultListener } from './starter';

export interface WebgpuFound {
  /** The adapter; null when there is none. `name` may be empty; `software` means rendered on the CPU. */
  adapter: { name: string; software: boolean } | null;
  /** Why there is no adapter; null where there is one. */
  whyNoWebgpu: BackendAbsence | null;
}

let listener: FaultListener = () => undefined;
let device: GPUDevice | null = null;
let fault: Fault | null = null;

/** Kept, because the browser takes up to a second to answer. */
let asked: { gpu: GPU; answer: Promise<WebgpuFound> } | null = null;

/** Requests an adapter from the browser; with 0 ms, only checks an earlier answer. Never throws. */
export async function probeWebgpu(onFault: FaultListener, limitMs: number): Promise<WebgpuFound> {
  listener = onFault;
  if (fault) return none(absenceAfter(fault));
  // browsers without WebGPU have no `gpu`, despite the types
  const { gpu } = navigator as { gpu?: GPU };
  if (!gpu) return none({ code: 'absent.no-webgpu' });
  if (asked?.gpu !== gpu && limitMs > 0) asked = { gpu, answer: ask(gpu) };
  const found = asked?.gpu === gpu ? await withTimeout(asked.answer, limitMs) : 'late';
  return found === 'late' ? none({ code: 'absent.no-answer' }) : found;
}

async function ask(gpu: GPU): Promise<WebgpuFound> {
  try {
    const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
    if (!adapter) return none({ code: 'absent.no-adapter' });
    return { adapter: describeAdapter(adapter), whyNoWebgpu: null };
  } catch (error) {
    return none({ code: 'absent.error', detail: error instanceof Error ? error.message : String(error) });
  }
}

/** The device's fault, if any. No result after a fault can be trusted until a new worker starts. */
export function webgpuFault(): Fault | null {
  return fault;
}

/** Gives the browser time to report a lost device: failed reads arrive before that report. */
export async function settleWebgpu(): Promise<void> {
  if (device) await withTimeout(device.lost, 200);
}

export async function startWebgpu(): Promise<FinishStart> {
  const [{ WebGPUBackend }, { installWebgpuKernels }] = await Promise.all([
    import('@tensorflow/tfjs-backend-webgpu'),
    import('../kernels/webgpu/install'),
  ]);
  return () => {
    const backend = tf.backend();
    if (backend instanceof WebGPUBackend && backend.device !== device) watch(backend.device);
    return Promise.resolve(noteOf(installWebgpuKernels()));
  };
}

function noteOf(report: WebgpuKernelReport): BackendNote {
  return report.installed
    ? { code: 'note.webgpu-kernels' }
    : { code: 'note.no-kernels', backend: 'webgpu', why: report.why };
}

function watch(opened: GPUDevice): void {
  device = opened;
  const report = (lost: boolean, failure: Failure) => {
    fault = { backend: 'webgpu', lost, failure };
    listener(fault);
  };
  void opened.lost.then(() => {
    report(true, { code: 'engine.context-lost' });
  });
  opened.addEventListener('uncapturederror', ({ error }) => {
    report(false, { code: 'engine.work-refused', backend: 'webgpu', detail: error.message });
  });
}

function describeAdapter(adapter: GPUAdapter): { name: string; software: boolean } {
  const { info } = adapter;
  const parts = info.description || info.device || [info.vendor, info.architecture].filter(Boolean).join(' ');
  // older browsers have it here instead of in `info`
  const { isFallbackAdapter = false } = adapter as { isFallbackAdapter?: boolean };
  const software = info.isFallbackAdapter || isFallbackAdapter || isSoftwareRenderer(parts);
  return { name: parts, software };
}

/** WebGPU stays unusable for the lifetime of the worker. */
function absenceAfter({ lost, failure }: Fault): BackendAbsence {
  if (lost || failure.code !== 'engine.work-refused') return { code: 'absent.lost' };
  return { code: 'absent.error', detail: failure.detail };
}

function none(whyNoWebgpu: BackendAbsence): WebgpuFound {
  return { adapter: null, whyNoWebgpu };
}
