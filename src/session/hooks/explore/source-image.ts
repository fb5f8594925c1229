// The pixels and the code of an image a person starts from: a test image, or the drawing.
import { useMemo } from 'react';
import type { Session } from '../../session';
import { useAnswer } from '../use-task';
import type { ImageSource } from '../../explore/exploration';
import { useRun } from '../use-run';
import type { RunId } from '../../../core/run/stamp';

export interface SourceImage {
  readonly source: ImageSource;
  readonly runId: RunId;
  readonly step: number;
  /** Clean, `[sampleSize]`, pixels in [0, 1]. */
  readonly pixels: Float32Array;
  /** `[codeSize]`. */
  readonly code: Float32Array;
}

interface Wanted {
  readonly source: ImageSource;
  /** Of a drawing. */
  readonly drawn: Float32Array | null;
}

async function look({ source, drawn }: Wanted, { questions }: Session): Promise<SourceImage | null> {
  const { testImages, encode } = questions;
  const pixels = source.kind === 'test' ? await testImages(Uint32Array.of(source.index)) : drawn;
  const encoded = pixels && (await encode(pixels));
  return encoded && { source, pixels, code: encoded.codes, runId: encoded.runId, step: encoded.step };
}

/** Null until it is known, and while there is no drawing to start from. It follows the weights. */
export function useSourceImage(source: ImageSource): SourceImage | null {
  const drawn = useRun((run) => (source.kind === 'drawing' ? (run.drawing?.original ?? null) : null));
  const again = useRun((run) => run.testCodes);
  const codeSize = useRun((run) => run.experiment.codeSize);
  const wanted = useMemo(
    () => (source.kind === 'drawing' && drawn === null ? null : { source, drawn }),
    [source, drawn],
  );
  const image = useAnswer(wanted, look, again);
  return image?.code.length === codeSize ? image : null;
}
