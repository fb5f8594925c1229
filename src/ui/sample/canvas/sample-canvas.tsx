// The one canvas that samples are drawn on: its backing store has the resolution of their look.
import { memo, useEffect, type PointerEventHandler } from 'react';
import type { SampleShape } from '../../../core/samples/samples';
import { classNames } from '../../class-names';
import { useExport } from '../../export/offers';
import { useFittedLook } from './fitted-look';
import { paintSamples } from '../paint-samples';
import type { SampleLook, SampleValues, Tone } from '../sample-look';
import styles from '../sample.module.css';

interface SampleCanvasProps {
  /** Accessible name, exactly. */
  label: string;
  /** What there is to see, for people who cannot see it; null where nothing is said. */
  description?: string | null | undefined;
  look: SampleLook;
  shape: SampleShape;
  values: SampleValues;
  columns: number;
  rows: number;
  /** Width of one sample over its height, where the look leaves it open. */
  aspect?: number | undefined;
  tone?: Tone | undefined;
  reference?: SampleValues | undefined;
  gain?: number | undefined;
  className?: string | undefined;
  onPointerMove?: PointerEventHandler | undefined;
  onPointerLeave?: PointerEventHandler | undefined;
}

export const SampleCanvas = memo(function SampleCanvas(props: SampleCanvasProps) {
  const { label, description, look, shape, values, columns, rows, aspect, className } = props;
  const { tone = 'ink', reference, gain, onPointerMove, onPointerLeave } = props;
  const { attach, canvas, look: fitted } = useFittedLook(look, { columns, rows });
  const [width, height] = [columns * fitted.width, rows * fitted.height];
  const isFree = look.fitted !== undefined;
  const oneAspect = isFree && aspect !== undefined ? aspect : look.width / look.height;

  useExport(() => {
    if (values.length === 0 || label === '') return null;
    return { name: label, array: () => ({ shape: [columns * rows, ...shape], values, valueName: 'value' }) };
  });

  useEffect(() => {
    // Kept off the GPU, which the engine may be using: a handful of pixels is faster written in memory.
    const context = canvas.current?.getContext('2d', { willReadFrequently: true });
    if (!context) return;
    const picture = context.createImageData(width, height);
    paintSamples(picture.data, {
      look: fitted,
      shape,
      values,
      grid: { columns, rows },
      tone,
      reference,
      gain,
    });
    context.putImageData(picture, 0, 0);
  }, [canvas, fitted, shape, values, columns, rows, tone, reference, gain, width, height]);

  return (
    <canvas
      ref={attach}
      role="img"
      aria-label={label}
      aria-description={description ?? undefined}
      width={width}
      height={height}
      className={classNames(styles.picture, look.isPixelated && styles.pixelated, className)}
      style={isFree ? { aspectRatio: (oneAspect * columns) / rows } : undefined}
      onPointerMove={onPointerMove}
      onPointerLeave={onPointerLeave}
    />
  );
});
