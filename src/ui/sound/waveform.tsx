// The waveform of a clip: in each column of pixels all that it passes through, so that no peak is lost (thinned by minimum and
// maximum).
import { useEffect, useRef } from 'react';
import type { ThemeName } from '../colours';
import { useElementSize } from '../element-size';
import { useExport } from '../export/offers';
import { lineExtents } from '../sample/signal/line-extents';
import { sizedCanvas } from '../sized-canvas';
import styles from './sound.module.css';

interface WaveformProps {
  label: string;
  /** Null while there is nothing to show. */
  samples: Float32Array | null;
  /** The amplitude that reaches the edge; the same for all that are compared. */
  peak: number;
  /** Draws anew when it changes, since the colour is that of the text around it. */
  theme: ThemeName;
  emphasised: boolean;
}

export function Waveform({ label, samples, peak, theme, emphasised }: WaveformProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [box, size] = useElementSize({ width: 600, height: 44 });
  useExport(() => {
    if (samples === null) return null;
    return {
      name: label,
      array: () => ({ shape: [samples.length], values: samples, valueName: 'amplitude' }),
    };
  });
  useEffect(() => {
    const sized = sizedCanvas(canvas.current, size);
    if (sized === null) return;
    const { context, ratio } = sized;
    const { width, height } = context.canvas;
    context.clearRect(0, 0, width, height);
    if (samples === null || samples.length === 0) return;
    const middle = height / 2;
    const scale = (0.96 * middle) / Math.max(1e-6, peak);
    const depth = (value: number) => middle - scale * Math.min(peak, Math.max(-peak, value));
    context.fillStyle = getComputedStyle(context.canvas).color;
    lineExtents(samples, width).forEach(([low, high], column) => {
      const top = depth(high);
      context.fillRect(column, top, 1, Math.max(ratio, depth(low) - top));
    });
    // The theme and the emphasis decide on the colour that the style sheet gives.
  }, [samples, size, peak, theme, emphasised]);
  return (
    <div ref={box} className={styles.waveform} data-emphasised={emphasised || undefined}>
      <canvas ref={canvas} role="img" aria-label={label} className={styles.canvas} />
    </div>
  );
}
