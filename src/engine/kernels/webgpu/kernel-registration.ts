// Registers kernels for the WebGPU backend. They work on any instance of it, and release their resources when one ends.
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { kernelRegistration } from '../kernel-registration';
import { releaseAll } from './dispatch';

export const webgpuRegistration = kernelRegistration<WebGPUBackend>('webgpu', releaseAll);
export const { addKernel } = webgpuRegistration;
