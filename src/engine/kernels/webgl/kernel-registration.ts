// Kernels for the WebGL backend: they work on whichever there is, and give back what they hold for one that ends.
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { kernelRegistration } from '../kernel-registration';
import { releaseAll } from './gpu-pass';

export const { addKernel, replaceKernel } = kernelRegistration<MathBackendWebGL>('webgl', releaseAll);
