// A hole as two lists of the numbers of a sample.
import { gridOf, type Mask } from '../../core/inpainting/mask';
import type { SampleShape } from '../../core/samples/samples';

/** Indices into a sample `[sampleSize]`, rising. */
export interface Hole {
  readonly missing: Int32Array;
  readonly known: Int32Array;
}

export function holeOf(mask: Mask, shape: SampleShape): Hole {
  const { channels } = gridOf(shape);
  const [missing, known]: [number[], number[]] = [[], []];
  for (let at = 0; at < mask.length * channels; at++) {
    (mask[Math.floor(at / channels)] === 1 ? missing : known).push(at);
  }
  return { missing: Int32Array.from(missing), known: Int32Array.from(known) };
}
