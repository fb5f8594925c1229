// The spectrogram of a clip: time to the right, pitch upwards, level as colour.
import { useEffect, useMemo, useRef } from 'react';
import type { ThemeName } from '../colours';
import { useElementSize } from '../element-size';
import { intensityRamp } from '../ramp/intensity-ramp';
import { sizedCanvas } from '../sized-canvas';
import { frameSpan, levelsOf, type LevelRange } from './levels';
import { spectrogramPixels } from './paint-spectrogram';
import styles from './sound.module.css';

interface SpectrogramProps {
  label: string;
  /** Null while there is nothing to show. */
  samples: Float32Array | null;
  /** The same for all that are compared. */
  range: LevelRange;
  theme: ThemeName;
  rateHz: number;
}

export function Spectrogram({ label, samples, range, theme, rateHz }: SpectrogramProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [box, size] = useElementSize({ width: 600, height: 96 });
  const levels = useMemo(() => samples && levelsOf(samples), [samples]);
  useEffect(() => {
    const sized = sizedCanvas(canvas.current, size);
    if (sized === null) return;
    const { context } = sized;
    const { width, height } = context.canvas;
    const colours = intensityRamp(theme);
    context.fillStyle = `rgb(${[...colours.subarray(0, 3)].join(' ')})`;
    context.fillRect(0, 0, width, height);
    if (levels === null || levels.frames === 0) return;
    const pixels = spectrogramPixels(levels, height, range, colours, rateHz / 2);
    const picture = new OffscreenCanvas(levels.frames, height);
    picture.getContext('2d')?.putImageData(new ImageData(pixels, levels.frames, height), 0, 0);
    const [from] = frameSpan(0, levels.length);
    const [, to] = frameSpan(levels.frames - 1, levels.length);
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, from * width, 0, (to - from) * width, height);
  }, [levels, size, range, theme, rateHz]);
  return (
    <div ref={box} className={styles.spectrogram}>
      <canvas ref={canvas} role="img" aria-label={label} className={styles.canvas} />
    </div>
  );
}
