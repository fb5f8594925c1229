// WebGL: creates the context that tfjs will use, so that the engine can identify its renderer and notice its loss.
import type { BackendAbsence, BackendNote } from '../../core/engine-api/messages';
import type { WebglKernelReport } from '../kernels/webgl/install';
import type { FinishStart, FaultListener } from './starter';

let gl: WebGL2RenderingContext | null = null;

export interface WebglFound {
  /** Name of the renderer; null when there is none. */
  renderer: string | null;
  /** Why there is none; null where there is one. */
  whyNoWebgl: BackendAbsence | null;
}

/** Creates the context, or keeps the existing one. A lost context stays lost for the lifetime of the worker. */
export function probeWebgl(onFault: FaultListener): WebglFound {
  if (webglIsLost()) return { renderer: null, whyNoWebgl: { code: 'absent.lost' } };
  gl ??= openContext(onFault);
  if (gl) return { renderer: rendererName(gl), whyNoWebgl: null };
  const code = typeof OffscreenCanvas === 'undefined' ? 'absent.no-offscreen-canvas' : 'absent.no-webgl2';
  return { renderer: null, whyNoWebgl: { code } };
}

export function webglIsLost(): boolean {
  return gl?.isContextLost() ?? false;
}

export async function startWebgl(): Promise<FinishStart> {
  const [{ setWebGLContext }, { fixOddMatMul }, { installWebglKernels }] = await Promise.all([
    import('@tensorflow/tfjs-backend-webgl'),
    import('../kernels/webgl/products/odd-matmul'),
    import('../kernels/webgl/install'),
  ]);
  fixOddMatMul();
  if (gl) setWebGLContext(2, gl);
  return () => Promise.resolve(noteOf(installWebglKernels()));
}

function noteOf(report: WebglKernelReport): BackendNote {
  return report.installed
    ? { code: 'note.webgl-kernels' }
    : { code: 'note.no-kernels', backend: 'webgl', why: report.why };
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
    onFault({ backend: 'webgl', lost: true, failure: { code: 'engine.context-lost' } });
  });
  return context;
}

/** Empty where the browser hides it. */
function rendererName(context: WebGL2RenderingContext): string {
  const info = context.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = context.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : context.RENDERER);
  return typeof name === 'string' ? name : '';
}
