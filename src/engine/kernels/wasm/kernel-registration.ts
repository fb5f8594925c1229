// Kernels for the WASM backend: they go when the backend does, because they are bound to that backend's memory.
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { kernelRegistration } from '../kernel-registration';

export const { addKernel, replaceKernel } = kernelRegistration<BackendWasm>('wasm', (_, takeOut) => {
  takeOut();
});
