// What the decoder makes of codes, for components.
import type { Decoded } from '../../../core/engine-api/asking';
import type { Session } from '../../session';
import { useAnswer } from '../use-task';

/** The latest answer of the main run; asked again for another `again`. @param codes `[n, codeSize]`; null: nothing is asked */
export function useDecoded(codes: Float32Array | null, again: unknown): Decoded | null {
  return useAnswer(codes, decode, again);
}

function decode(codes: Float32Array, { questions }: Session): Promise<Decoded | null> {
  return questions.decode(codes);
}
