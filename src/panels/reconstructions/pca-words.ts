// How the network stands beside PCA, said plainly, also where PCA is ahead.
import { lossText } from '../../core/number-text';

/**
 * One sentence on the mean squared errors of both at the same code size, on all test images.
 * @param step updates the network has had: before the first there is nothing to compare
 */
export function pcaVerdict(mse: number, pcaMse: number, codeSize: number, step: number): string | null {
  if (step === 0 || !Number.isFinite(mse) || pcaMse <= 0) return null;
  const numbers = codeSize === 1 ? '1 number' : `${codeSize} numbers`;
  const both = `${lossText(mse)} against ${lossText(pcaMse)}`;
  const ratio = mse / pcaMse;
  if (ratio >= 1.005) {
    return `PCA is ahead at ${numbers}: ${both} (${ratio.toFixed(2)} ×). A short run and a large code favour it: train on, or squeeze harder.`;
  }
  if (ratio > 0.995) return `Level with PCA at ${numbers}: ${both}.`;
  return `At ${numbers} the error is ${ratio.toFixed(2)} of PCA’s: ${both}.`;
}
