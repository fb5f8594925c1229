// Images of the selection: the first few, the mean image, and the decoded mean code.
import { useMemo } from 'react';
import { meanCode } from '../../core/latent/code-plane';
import type { ImageSet } from '../../session/explore/exploration';
import { useDecoded } from '../../session/hooks/explore/use-decoded';
import { useRunStore } from '../../session/hooks/use-run';
import type { Session } from '../../session/session';
import { useAnswer } from '../../session/hooks/use-task';
import { useWhileInView } from '../../ui/in-view/in-view';

/** Maximum number of images shown. */
const shownImages = 24;
/** Maximum number of images averaged, evenly spaced in the selection. All of them could take tens of megabytes. */
export const averagedImages = 1000;

export interface SelectedImages {
  readonly of: ImageSet;
  /** `[n, D]`, `n` at most `shownImages`. */
  readonly first: Float32Array;
  /** `[D]`. */
  readonly mean: Float32Array;
}

async function look(selected: ImageSet, { questions }: Session): Promise<SelectedImages | null> {
  const { indices } = selected;
  const [first, averaged] = await Promise.all([
    questions.testImages(indices.slice(0, shownImages)),
    questions.testImages(evenlyOutOf(indices, averagedImages)),
  ]);
  if (!first || !averaged) return null;
  const size = first.length / Math.min(shownImages, indices.length);
  return { of: selected, first, mean: meanCode(averaged, size) };
}

/** Null until the answer arrives. */
export function useSelectedImages(selected: ImageSet): SelectedImages | null {
  const images = useAnswer(selected, look, null);
  return images?.of === selected ? images : null;
}

/** The decoded mean code of the selection, `[D]`; decoded again whenever the weights change. */
export function useDecodedMean({ indices }: ImageSet): Float32Array | null {
  const codes = useWhileInView(useRunStore(), (run) => run.testCodes);
  const mean = useMemo(() => codes && meanCode(codes.codes, codes.codeSize, indices), [codes, indices]);
  return useDecoded(mean, codes)?.images ?? null;
}

/** At most `count` of the indices, evenly spaced. */
export function evenlyOutOf(indices: Uint32Array, count: number): Uint32Array {
  if (indices.length <= count) return indices.slice();
  return Uint32Array.from(
    { length: count },
    (_, i) => indices[Math.floor((i * indices.length) / count)] ?? 0,
  );
}
