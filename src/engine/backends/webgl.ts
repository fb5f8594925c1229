// WebGL: the context that tfjs draws with is made here, so that it can be asked what it is and its loss is noticed.
import type { WebglKernelReport } from '../kernels/webgl/install';
import type { Afterwards, FaultListener, Note } from './starter';

let gl: WebGL2RenderingContext | null = null;

export interface WebglFound {
  /** Name of the renderer, or null with the reason there is none. */
  renderer: string | null;
  whyNoWebgl: string;
}

/** Makes the context, or keeps the one there is. One that was lost stays so for the life of the worker. */
export function probeWebgl(onFault: FaultListener): WebglFound {
  if (webglIsLost()) return { renderer: null, whyNoWebgl: 'the graphics context was lost' };
  gl ??= openContext(onFault);
  if (gl) return { renderer: rendererName(gl), whyNoWebgl: '' };
  const whyNoWebgl = typeof OffscreenCanvas === 'undefined' ? 'no OffscreenCanvas' : 'no WebGL 2';
  return { renderer: null, whyNoWebgl };
}

export function webglIsLost(): boolean {
  return gl?.isContextLost() ?? false;
}

export async function startWebgl(): Promise<Afterwards> {
  const [{ setWebGLContext }, { mendOddMatMul }, { installWebglKernels }] = await Promise.all([
    import('@tensorflow/tfjs-backend-webgl'),
    import('../kernels/webgl/odd-matmul'),
    import('../kernels/webgl/install'),
  ]);
  mendOddMatMul();
  if (gl) setWebGLContext(2, gl);
  return () => Promise.resolve(noteOf(installWebglKernels()));
}

function noteOf(report: WebglKernelReport): Note {
  if (report.installed) return { detail: "Hourglass's own kernels are in use." };
  return {
    detail: `Slower than it could be: Hourglass's own kernels cannot be used here, because ${report.reason}. Those of TensorFlow.js compute instead.`,
    badge: 'no fast kernels',
  };
}

function openContext(onFault: FaultListener): WebGL2RenderingContext | null {
  if (typeof OffscreenCanvas === 'undefined') return null;
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
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    onFault({ backend: 'webgl', lost: true, message: 'the graphics context was lost' });
  });
  return context;
}

function rendererName(context: WebGL2RenderingContext): string {
  const info = context.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = context.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : context.RENDERER);
  return typeof name === 'string' && name !== '' ? name : 'unknown renderer';
}
