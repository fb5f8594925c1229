// Runs the bootstrap in pieces, so that the page stays alive.
import { pause } from '../../../core/browser/pause';
import { detection } from '../../../core/anomaly/curves/bootstrap';
import type { Detection } from '../../../core/anomaly/curves/detection';

/** Of the intervals: the same scores always have the same. */
const seed = 1;

/** Null where there are no anomalies or no normal samples, and when it is not wanted any more. */
export async function detect(
  scores: Float32Array,
  isNormal: Uint8Array,
  isWanted: () => boolean = () => true,
): Promise<Detection | null> {
  const work = detection(scores, isNormal, seed);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await pause();
    if (!isWanted()) return null;
  }
}
