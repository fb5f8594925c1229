// Kernels for the WASM backend. They are removed with the backend, because they are bound to its memory.
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { kernelRegistration } from '../kernel-registration';

export const wasmRegistration = kernelRegistration<BackendWasm>('wasm', (_, remove) => {
  remove();
});
export const { addKernel, replaceKernel } = wasmRegistration;
