// The one canvas that samples are drawn on: its backing store has the resolution of their look.
import { memo, useEffect, useRef, type PointerEventHandler } from 'react';
import type { SampleShape } from '../../core/samples/samples';
import { classNames } from '../class-names';
import { paintSamples } from './paint-samples';
import type { SampleLook, SampleValues, Tone } from './sample-look';
import styles from './sample.module.css';

interface SampleCanvasProps {
  /** Accessible name, exactly. */
  label: string;
  look: SampleLook;
  shape: SampleShape;
  values: SampleValues;
  columns: number;
  rows: number;
  tone?: Tone | undefined;
  reference?: SampleValues | undefined;
  className?: string | undefined;
  onPointerMove?: PointerEventHandler | undefined;
  onPointerLeave?: PointerEventHandler | undefined;
}

export const SampleCanvas = memo(function SampleCanvas(props: SampleCanvasProps) {
  const { label, look, shape, values, columns, rows, tone = 'ink', reference, className, ...pointer } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, height] = [columns * look.width, rows * look.height];

  useEffect(() => {
    // Kept off the GPU, which the engine may be using: a handful of pixels is faster written in memory.
    const context = canvas.current?.getContext('2d', { willReadFrequently: true });
    if (!context) return;
    const picture = context.createImageData(width, height);
    paintSamples(picture.data, { look, shape, values, grid: { columns, rows }, tone, reference });
    context.putImageData(picture, 0, 0);
  }, [look, shape, values, columns, rows, tone, reference, width, height]);

  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      width={width}
      height={height}
      className={classNames(styles.picture, look.isPixelated && styles.pixelated, className)}
      {...pointer}
    />
  );
});
