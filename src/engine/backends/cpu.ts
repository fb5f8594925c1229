// Plain JavaScript: runs everywhere, slowly.
import type { FinishStart } from './starter';

export async function startCpu(): Promise<FinishStart> {
  await import('@tensorflow/tfjs-backend-cpu');
  return null;
}
