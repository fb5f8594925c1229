// Registers kernels for the WebGL backend. They work on any instance of it, and release their resources when one ends.
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { kernelRegistration } from '../kernel-registration';
import { releaseAll } from './gpu-pass';

export const webglRegistration = kernelRegistration<MathBackendWebGL>('webgl', releaseAll);
export const { addKernel, replaceKernel } = webglRegistration;
