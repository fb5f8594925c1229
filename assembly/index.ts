// What the kernels module offers. It has no memory of its own: it imports the memory of tfjs's module and works on
// addresses in it, so it must not place data, a stack or a heap there.
export { applyActivation } from './activation';
export { columnSums } from './column-sums';
export { convolve, convolveFilterGradient, convolveInputGradient } from './convolution';
export { planConvolution } from './convolution-plan';
export { gemm, gemmScratchBytes } from './gemm';
export { adamUpdate, momentumUpdate, rmsPropUpdate } from './optimizers';
