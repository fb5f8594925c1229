// WebGPU: looked for with a time limit, since a browser may never answer, and watched, since its errors come as events
// while what was computed reads as zeros.
import * as tf from '@tensorflow/tfjs-core';
import { isSoftwareRenderer } from '../backend-choice';
import { within } from '../within';
import type { Afterwards, Fault, FaultListener } from './starter';

export interface WebgpuFound {
  /** What would compute, or null with the reason that nothing would. `software`: it is a program, not a graphics card. */
  adapter: { name: string; software: boolean } | null;
  whyNoWebgpu: string;
}

let listener: FaultListener = () => undefined;
let device: GPUDevice | null = null;
let fault: Fault | null = null;

/** The browser's answer takes up to a second: it is asked once. */
let asked: { gpu: GPU; answer: Promise<WebgpuFound> } | null = null;

/** Asks the browser for an adapter, or 0 ms: whether it is known by now. Never throws. */
export async function probeWebgpu(onFault: FaultListener, limitMs: number): Promise<WebgpuFound> {
  listener = onFault;
  if (fault) return none(fault.message);
  // a browser without it has no `gpu`, whatever the types say
  const { gpu } = navigator as { gpu?: GPU };
  if (!gpu) return none('this browser has no WebGPU');
  if (asked?.gpu !== gpu && limitMs > 0) asked = { gpu, answer: ask(gpu) };
  const found = asked?.gpu === gpu ? await within(asked.answer, limitMs) : 'late';
  return found === 'late' ? none('the browser did not answer in time') : found;
}

async function ask(gpu: GPU): Promise<WebgpuFound> {
  try {
    const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
    if (!adapter) return none('this browser found nothing to run it on');
    return { adapter: describeAdapter(adapter), whyNoWebgpu: '' };
  } catch (error) {
    return none(error instanceof Error ? error.message : String(error));
  }
}

/** What has happened to the device. Nothing that it computes after a fault can be trusted, until there is another worker. */
export function webgpuFault(): Fault | null {
  return fault;
}

/** Waits until the browser had time to say so, if the device was lost: reads that fail come before that. */
export async function settleWebgpu(): Promise<void> {
  if (device) await within(device.lost, 200);
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
  const happened = (lost: boolean, message: string) => {
    fault = { backend: 'webgpu', lost, message };
    listener(fault);
  };
  void opened.lost.then(() => {
    happened(true, 'the graphics device was lost');
  });
  opened.addEventListener('uncapturederror', ({ error }) => {
    happened(false, `WebGPU refused a piece of the work: ${error.message}`);
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
