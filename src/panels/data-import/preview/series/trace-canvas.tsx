// One thinned recording as a picture: a line for each channel from its least to its greatest value, light on black as samples are.
import { useEffect, useRef } from 'react';
import type { Trace } from '../../../../core/import/series-import';
import { useElementSize } from '../../../../ui/element-size';
import { sizedCanvas } from '../../../../ui/sized-canvas';
import styles from './series-overview.module.css';

interface TraceCanvasProps {
  label: string;
  trace: Trace;
  channels: number;
}

/** As `ui/sample/signal` draws them. */
const colours = ['#f0f1f4', '#56b4e9', '#e69f00', '#00b082'];

export function TraceCanvas({ label, trace, channels }: TraceCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [measured, size] = useElementSize({ width: 560, height: 56 });
  useEffect(() => {
    const sized = sizedCanvas(canvas.current, size);
    if (sized && canvas.current) paintTrace(sized.context, canvas.current, trace, channels, sized.ratio);
  }, [trace, channels, size]);
  return (
    <div ref={measured} className={styles.trace}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}

function paintTrace(
  context: CanvasRenderingContext2D,
  { width, height }: HTMLCanvasElement,
  { columns, lows, highs }: Trace,
  channels: number,
  ratio: number,
): void {
  context.clearRect(0, 0, width, height);
  const line = Math.max(1, ratio);
  for (let channel = channels - 1; channel >= 0; channel--) {
    const low = lows.subarray(channel * columns, (channel + 1) * columns);
    const high = highs.subarray(channel * columns, (channel + 1) * columns);
    const [least, greatest] = [Math.min(...low), Math.max(...high)];
    const depth = (value: number) =>
      greatest > least ? (height - 2 * line) * (1 - (value - least) / (greatest - least)) + line : height / 2;
    context.fillStyle = colours[channel % colours.length]!;
    for (let x = 0; x < width; x++) {
      const [from, to] = [x, x + 1].map((edge) => Math.floor((edge * columns) / width)) as [number, number];
      let [top, bottom] = [Infinity, -Infinity];
      // The column before, too, so that the line does not break where it is steep.
      for (let at = Math.max(0, from - 1); at < Math.max(from + 1, Math.min(columns, to)); at++) {
        top = Math.min(top, depth(high[at]!));
        bottom = Math.max(bottom, depth(low[at]!));
      }
      context.fillRect(x, top - line / 2, 1, Math.max(line, bottom - top + line));
    }
  }
}
