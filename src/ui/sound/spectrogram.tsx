// The spectrogram of a clip: time to the right, pitch upwards, level as colour.
import { useEffect, useMemo, useRef, useState, type PointerEvent } from 'react';
import type { ThemeName } from '../colours';
import { useElementSize } from '../element-size';
import { useExport } from '../export/offers';
import { intensityRamp } from '../ramp/intensity-ramp';
import { sizedCanvas } from '../sized-canvas';
import { frameSpan, levelsOf, type LevelRange } from './levels';
import { spectrogramPixels } from './paint-spectrogram';
import { frequencyAt } from './pitch-axis';
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

/** Where the mouse is, as shares of the picture, and what is there. */
interface Pointed {
  readonly x: number;
  readonly y: number;
  readonly text: string;
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
  useExport(() => {
    if (levels === null) return null;
    const shape = [levels.frames, levels.bins];
    return { name: label, array: () => ({ shape, values: levels.db, valueName: 'db_bin' }) };
  });
  const [pointed, setPointed] = useState<Pointed | null>(null);

  function point(event: PointerEvent<HTMLDivElement>) {
    if (event.pointerType !== 'mouse' || samples === null) return;
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const [x, y] = [(event.clientX - left) / width, (event.clientY - top) / height];
    const hz = frequencyAt(1 - Math.min(1, Math.max(0, y)), rateHz / 2);
    setPointed({ x, y, text: `${Math.round(hz)} Hz, ${((x * samples.length) / rateHz).toFixed(2)} s` });
  }

  return (
    <div
      ref={box}
      className={styles.spectrogram}
      onPointerMove={point}
      onPointerLeave={() => setPointed(null)}
    >
      <canvas ref={canvas} role="img" aria-label={label} className={styles.canvas} />
      {pointed && (
        <span
          className={styles.pointed}
          data-left={pointed.x > 0.8 || undefined}
          data-below={pointed.y < 0.35 || undefined}
          style={{ left: `${100 * pointed.x}%`, top: `${100 * pointed.y}%` }}
          aria-hidden="true"
        >
          {pointed.text}
        </span>
      )}
    </div>
  );
}
