// Recognises WebGL renderers and WebGPU adapters that run in software.

/** Whether a renderer is software, which counts as no GPU. */
export function isSoftwareRenderer(renderer: string): boolean {
  return /swiftshader|llvmpipe|lavapipe|softpipe|software|basic render/i.test(renderer);
}
