// Images as their pixels are: a canvas whose backing store has the images' own resolution, enlarged without smoothing.
import { memo, useEffect, useRef } from 'react';
import { classNames } from '../class-names';
import styles from './pixel-image.module.css';
import { writePixels } from './write-pixels';
import type { Tone } from './write-pixels';

export interface PixelImageProps {
  /** Accessible name, exactly. */
  label: string;
  /** `[columns, height, width, channels]`; floats in [0, 1] or bytes. Give a new array when the picture changes. */
  values: Float32Array | Uint8Array;
  height: number;
  width: number;
  channels?: number | undefined;
  columns?: number | undefined;
  tone?: Tone | undefined;
  className?: string | undefined;
}

/** One canvas, `height` x `columns * width`, role img. */
export const PixelImage = memo(function PixelImage(props: PixelImageProps) {
  const { label, values, height, width, channels = 1, columns = 1, tone = 'ink', className } = props;
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    // Kept off the GPU, which the engine may be using: a handful of pixels is faster written in memory.
    const context = canvas.current?.getContext('2d', { willReadFrequently: true });
    if (!context) return;
    const image = context.createImageData(columns * width, height);
    writePixels(image.data, values, { height, width, channels, columns }, tone);
    context.putImageData(image, 0, 0);
  }, [values, height, width, channels, columns, tone]);

  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      width={columns * width}
      height={height}
      className={classNames(styles.image, className)}
    />
  );
});
