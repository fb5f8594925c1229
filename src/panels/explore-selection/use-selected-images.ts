// What the selection looks like: its first images, their mean, and what the decoder makes of its mean code.
import { useEffect, useState } from 'react';
import { meanCode } from '../../core/code-plane';
import { decode, testImages } from '../../session/actions';
import type { ImageSet } from '../../session/explore-store';
import { runStore } from '../../session/run-store';
import { useWhileInView } from '../../ui/in-view/in-view';

/** Images that are shown. */
const shownImages = 24;
/** Images that the mean image is of, at most: evenly out of the selection. All of them would be tens of megabytes. */
export const averagedImages = 1000;

export interface SelectedImages {
  readonly of: ImageSet;
  /** `[n, D]`, `n` at most `shownImages`. */
  readonly first: Float32Array;
  /** `[D]`. */
  readonly mean: Float32Array;
}

/** Null until the answer is there. */
export function useSelectedImages(selected: ImageSet): SelectedImages | null {
  const [images, setImages] = useState<SelectedImages | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const { indices } = selected;
    void Promise.all([
      testImages(indices.slice(0, shownImages)),
      testImages(evenlyOutOf(indices, averagedImages)),
    ]).then(([first, averaged]) => {
      if (!isCurrent || !first || !averaged) return;
      const size = first.length / Math.min(shownImages, indices.length);
      setImages({ of: selected, first, mean: meanCode(averaged, size) });
    });
    return () => {
      isCurrent = false;
    };
  }, [selected]);
  return images?.of === selected ? images : null;
}

/** What the decoder makes of the mean code of the selection, `[D]`; made anew with new weights. */
export function useDecodedMean({ indices }: ImageSet): Float32Array | null {
  const codes = useWhileInView(runStore, (run) => run.testCodes);
  const [image, setImage] = useState<Float32Array | null>(null);
  useEffect(() => {
    if (codes === null) return undefined;
    let isCurrent = true;
    void decode(meanCode(codes.codes, codes.codeSize, indices)).then((decoded) => {
      if (isCurrent && decoded) setImage(decoded.images);
    });
    return () => {
      isCurrent = false;
    };
  }, [codes, indices]);
  return image;
}

/** At most `count` of the places, evenly spaced. */
export function evenlyOutOf(indices: Uint32Array, count: number): Uint32Array {
  if (indices.length <= count) return indices.slice();
  return Uint32Array.from(
    { length: count },
    (_, i) => indices[Math.floor((i * indices.length) / count)] ?? 0,
  );
}
