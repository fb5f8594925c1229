// The test image that was clicked on, and what the decoder makes of its code, asked for anew with new weights.
import { useEffect, useState } from 'react';
import { decode, testImages } from '../../session/actions';
import { usePointed } from '../../session/pointed-store';
import { runStore } from '../../session/run-store';
import { useWhileInView } from '../../ui/in-view/in-view';

export interface PickedImage {
  readonly index: number;
  /** `[D]` each, pixels in [0, 1]. */
  readonly original: Float32Array;
  readonly reconstructed: Float32Array;
}

/** Null while nothing is picked, and until the answer is there. */
export function usePickedImage(): PickedImage | null {
  const index = usePointed((pointed) => pointed.picked);
  const codes = useWhileInView(runStore, (run) => run.testCodes);
  const [image, setImage] = useState<PickedImage | null>(null);
  useEffect(() => {
    if (index === null || codes === null) return undefined;
    let isCurrent = true;
    const code = codes.codes.slice(index * codes.codeSize, (index + 1) * codes.codeSize);
    void Promise.all([testImages(Uint32Array.of(index)), decode(code)]).then(([original, decoded]) => {
      if (isCurrent && original && decoded) setImage({ index, original, reconstructed: decoded.images });
    });
    return () => {
      isCurrent = false;
    };
  }, [index, codes]);
  return image?.index === index ? image : null;
}
