// WebGPU: looked for with a time limit, since a browser may never answer, and watched, since its errors come as events
// while what was computed reads as zeros.
import * as tf from '@tensorflow/tfjs-core';
import { isSoftwareRenderer } from '../backend-choice';
import type { Afterwards, FaultListener } from './starter';

export interface WebgpuFound {
  /** What would compute, or null with the reason that nothing would. `software`: it is a program, not a graphics card. */
  adapter: { name: string; software: boolean } | null;
  whyNoWebgpu: string;
}

let listener: FaultListener = () => undefined;
let device: GPUDevice | null = null;
let lost = false;

/** Asks the browser for an adapter. Never throws. */
export async function probeWebgpu(onFault: FaultListener, limitMs = 1000): Promise<WebgpuFound> {
  listener = onFault;
  if (lost) return none('the graphics device was lost');
  // a browser without it has no `gpu`, whatever the types say
  const { gpu } = navigator as { gpu?: GPU };
  if (!gpu) return none('this browser has no WebGPU');
  try {
    const adapter = await withinMs(gpu.requestAdapter({ powerPreference: 'high-performance' }), limitMs);
    if (adapter === 'late') return none('the browser did not answer in time');
    return adapter
      ? { adapter: describeAdapter(adapter), whyNoWebgpu: '' }
      : none('this browser found nothing to run it on');
  } catch (error) {
    return none(error instanceof Error ? error.message : String(error));
  }
}

/** The device of the running backend was lost. */
export function webgpuIsLost(): boolean {
  return lost;
}

/** Waits until the browser had time to say so, if the device was lost: reads that fail come before that. */
export async function settleWebgpu(): Promise<void> {
  if (device) await withinMs(device.lost, 200);
}

export async function startWebgpu(): Promise<Afterwards> {
  const { WebGPUBackend } = await import('@tensorflow/tfjs-backend-webgpu');
  return () => {
    const backend = tf.backend();
    if (backend instanceof WebGPUBackend && backend.device !== device) watch(backend.device);
    return Promise.resolve({ detail: '' });
  };
}

function watch(opened: GPUDevice): void {
  device = opened;
  void opened.lost.then(({ message }) => {
    lost = true;
    listener({ backend: 'webgpu', lost: true, message });
  });
  opened.addEventListener('uncapturederror', ({ error }) => {
    listener({ backend: 'webgpu', lost: false, message: error.message });
  });
}

function describeAdapter(adapter: GPUAdapter): { name: string; software: boolean } {
  const { info } = adapter;
  const parts = info.description || info.device || [info.vendor, info.architecture].filter(Boolean).join(' ');
  // where it stood before it was part of the info
  const { isFallbackAdapter = false } = adapter as { isFallbackAdapter?: boolean };
  const software = info.isFallbackAdapter || isFallbackAdapter || isSoftwareRenderer(parts);
  return { name: parts || 'unknown adapter', software };
}

function none(whyNoWebgpu: string): WebgpuFound {
  return { adapter: null, whyNoWebgpu };
}

function withinMs<T>(answer: Promise<T>, limitMs: number): Promise<T | 'late'> {
  const limit = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), limitMs));
  return Promise.race([answer, limit]);
}
