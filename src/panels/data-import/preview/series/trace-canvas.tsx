// One thinned recording as a picture: a line for each channel from its least to its greatest value, light on black as samples are.
import { useEffect, useRef } from 'react';
import type { Trace } from '../../../../core/import/series-import';
import type { Thinned } from '../../../../core/samples/series/thinned';
import { useElementSize } from '../../../../ui/element-size';
import { sizedCanvas } from '../../../../ui/sized-canvas';
import styles from './series-overview.module.css';

interface TraceCanvasProps {
  label: string;
  trace: Trace;
}

/** As `ui/sample/signal` draws them. */
const colours = ['#f0f1f4', '#56b4e9', '#e69f00', '#00b082'];

export function TraceCanvas({ label, trace }: TraceCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [measured, size] = useElementSize({ width: 560, height: 56 });
  useEffect(() => {
    const sized = sizedCanvas(canvas.current, size);
    if (!sized || !canvas.current) return;
    const { width, height } = canvas.current;
    sized.context.clearRect(0, 0, width, height);
    for (const [at, channel] of [...trace.channels.entries()].toReversed()) {
      sized.context.fillStyle = colours[at % colours.length]!;
      paintChannel(sized.context, channel, { width, height, line: Math.max(1, sized.ratio) });
    }
  }, [trace, size]);
  return (
    <div ref={measured} className={styles.trace}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}

interface Frame {
  readonly width: number;
  readonly height: number;
  /** How thick a line is. */
  readonly line: number;
}

/** From its least to its greatest value, whatever the other channels reach. */
function paintChannel(
  context: CanvasRenderingContext2D,
  { low, high }: Thinned,
  { width, height, line }: Frame,
): void {
  const columns = low.length;
  const [least, greatest] = [Math.min(...low), Math.max(...high)];
  const depth = (value: number) =>
    greatest > least ? (height - 2 * line) * (1 - (value - least) / (greatest - least)) + line : height / 2;
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
