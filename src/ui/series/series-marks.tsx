// What is marked along a series: stretches as bands, and one window as it was rebuilt.
import { areaPath, type PathFrame } from './series-path';
import styles from './series-plot.module.css';

/** `kind` decides how it is drawn. */
export interface SeriesBand {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly kind: 'training' | 'test' | 'held-out' | 'flagged' | 'chosen';
  /** At its top, where there is room. */
  readonly label?: string | undefined;
}

/** A window as it was rebuilt, one channel after the other as in the series. */
export interface Rebuilt {
  readonly start: number;
  readonly sample: Float32Array;
  readonly reconstruction: Float32Array;
}

interface BandsProps {
  bands: readonly SeriesBand[];
  /** Where a point is, in pixels. */
  x: (point: number) => number;
  left: number;
  width: number;
  top: number;
  bottom: number;
}

export function Bands({ bands, x, left, width, top, bottom }: BandsProps) {
  const clamp = (at: number) => Math.min(left + width, Math.max(left, at));
  return bands.map(({ id, from, to, kind, label }) => {
    const [start, end] = [clamp(x(from)), clamp(x(to))];
    if (end <= left || start >= left + width) return null;
    return (
      <g key={id} data-band={kind} className={styles[kind]}>
        <rect x={start} width={Math.max(1.5, end - start)} y={top} height={bottom - top} />
        {label !== undefined && end - start > 60 && (
          <text x={start + 4} y={top - 5}>
            {label}
          </text>
        )}
      </g>
    );
  });
}

interface RebuiltLinesProps {
  rebuilt: Rebuilt;
  channels: number;
  frame: PathFrame;
}

/** The chosen window as the network rebuilds it, and the error as the area between. */
export function RebuiltLines({
  rebuilt: { start, sample, reconstruction },
  channels,
  frame,
}: RebuiltLinesProps) {
  return Array.from({ length: channels }, (_, channel) => {
    const own = (values: Float32Array) => values.filter((_, i) => i % channels === channel);
    const [given, made] = [own(sample), own(reconstruction)];
    return (
      <g key={channel}>
        <path className={styles.error} d={areaPath(given, made, start, frame)} />
        <path className={styles.rebuilt} d={areaPath(made, made, start, frame)} />
      </g>
    );
  });
}
