// Samples below each other, without gaps.
import { useMemo } from 'react';
import { sampleSize } from '../../core/samples/samples';
import { sampleLook } from './looks';
import { SampleCanvas } from './canvas/sample-canvas';
import type { SamplePictureProps } from './sample-picture';

/** As many as `values` holds. */
export function SampleStrip({ label, info, values, tone, reference, className }: SamplePictureProps) {
  const { shape } = info;
  const look = useMemo(() => sampleLook(shape), [shape]);
  const rows = Math.floor(values.length / sampleSize(shape));
  return <SampleCanvas {...{ label, look, shape, values, rows, tone, reference, className }} columns={1} />;
}
