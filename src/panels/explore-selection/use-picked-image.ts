// The clicked test image and its reconstruction, requested again whenever the weights change.
import { useMemo } from 'react';
import { usePointed } from '../../session/hooks/explore/use-pointed';
import { useRunStore } from '../../session/hooks/use-run';
import type { Session } from '../../session/session';
import { useAnswer } from '../../session/hooks/use-task';
import { useWhileInView } from '../../ui/in-view/in-view';

interface Picked {
  readonly index: number;
  /** `[codeSize]`. */
  readonly code: Float32Array;
}

export interface PickedImage {
  readonly index: number;
  /** `[D]` each, pixels in [0, 1]. */
  readonly original: Float32Array;
  readonly reconstructed: Float32Array;
}

async function look({ index, code }: Picked, { questions }: Session): Promise<PickedImage | null> {
  const { decode, testImages } = questions;
  const [original, decoded] = await Promise.all([testImages(Uint32Array.of(index)), decode(code)]);
  return original && decoded && { index, original, reconstructed: decoded.images };
}

/** Null while no image is picked or the answer is pending. */
export function usePickedImage(): PickedImage | null {
  const index = usePointed((pointed) => pointed.picked);
  const codes = useWhileInView(useRunStore(), (run) => run.testCodes);
  const question = useMemo(() => {
    if (index === null || codes === null) return null;
    return { index, code: codes.codes.slice(index * codes.codeSize, (index + 1) * codes.codeSize) };
  }, [index, codes]);
  const image = useAnswer(question, look, codes);
  return image?.index === index ? image : null;
}
