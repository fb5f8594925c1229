// Which hardware WebGL and WebGPU run on in this browser.
import { isSoftwareRenderer } from '../../src/engine/kernels/software-renderer';

export interface Device {
  /** What the browser says of it; null where there is none. */
  name: string | null;
  /** Whether it is a graphics card, and not the processor pretending to be one. */
  isCard: boolean;
}

export interface Devices {
  webgl: Device;
  webgpu: Device;
}

export async function devicesHere(): Promise<Devices> {
  return { webgl: webglDevice(), webgpu: await webgpuDevice() };
}

function webglDevice(): Device {
  const context = new OffscreenCanvas(1, 1).getContext('webgl2', { powerPreference: 'high-performance' });
  if (!context) return { name: null, isCard: false };
  const info = context.getExtension('WEBGL_debug_renderer_info');
  const name = String(context.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : context.RENDERER));
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return { name, isCard: !isSoftwareRenderer(name) };
}

async function webgpuDevice(): Promise<Device> {
  // browsers without WebGPU have no `gpu`, despite the types
  const { gpu } = navigator as { gpu?: GPU };
  const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null);
  if (!adapter) return { name: null, isCard: false };
  const { vendor, architecture, device, description, isFallbackAdapter } = adapter.info;
  const name = [vendor, architecture, device, description].filter(Boolean).join(' ');
  return { name, isCard: !isFallbackAdapter && !isSoftwareRenderer(name) };
}
