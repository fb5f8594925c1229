// The exports of the kernels module. It has no memory of its own: it imports the memory of tfjs's module and works on
// addresses in it, so it must not place data, a stack or a heap there.
export { drawCode } from './batch';
export {
  gaussianCode,
  gaussianCodeGradient,
  gaussianScratchBytes,
  sparsityPenalty,
  sparsityPenaltyGradient,
  sparsityScratchBytes,
} from './code-kernels';
export { convolve, convolveFilterGradient, convolveInputGradient } from './convolution';
export { planConvolution } from './convolution-plan';
export { gemm } from './gemm';
export { tryTile } from './gemm-block';
export { gemmScratchBytes } from './gemm-product';
export { skipZeros, usesWideTile, useWideTile } from './job-context';
export {
  activationGradient,
  applyActivation,
  assembleBatch,
  clip,
  columnSums,
  combine,
  lossScratchBytes,
  reconstructionLoss,
  reconstructionLossGradient,
  updateWeights,
  weightUpdateScratchBytes,
} from './range-kernels';
export { closePool, controlBytes, helpedChunks, idleHelpers, openPool, serve } from './pool';
