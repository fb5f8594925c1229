// What a layer holds for one sample, or the gradient there, as a picture that fills its box.
import { useEffect, useRef } from 'react';
import { useElementSize } from '../element-size';
import type { LayerShape } from '../hourglass/hourglass-geometry';
import { useThemeAttributes } from '../theme/theme-attributes';
import styles from './layer-picture.module.css';
import { paintLayer } from './paint/paint-layer';
import { unitCanvas } from './unit-canvas';

interface LayerPictureProps {
  /** Accessible name. */
  label: string;
  shape: LayerShape;
  /** `shape`, flat. Give a new array when they change. */
  values: Float32Array;
}

export function LayerPicture({ label, shape, values }: LayerPictureProps) {
  const [ref, size] = useElementSize({ width: 72, height: 72 });
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useThemeAttributes();
  useEffect(() => {
    const given = unitCanvas(canvas.current, size);
    if (given) paintLayer(given.context, size, shape, values, given.colours, given.ratio);
  }, [shape, values, size, theme]);
  return (
    <div ref={ref} className={styles.box}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}
