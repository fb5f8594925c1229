// Plain JavaScript: runs everywhere, slowly.
import type { Afterwards } from './starter';

export async function startCpu(): Promise<Afterwards> {
  await import('@tensorflow/tfjs-backend-cpu');
  return null;
}
