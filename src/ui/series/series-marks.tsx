// What is marked along a series: stretches as bands, and one window as it was rebuilt.
import { areaPath, type PathFrame } from './series-path';
import styles from './series-plot.module.css';
import { visibleSpans } from './visible-spans';

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
  const inside = { start: left, end: left + width };
  const height = bottom - top;
  const flagged = bands.filter(({ kind }) => kind === 'flagged');
  const draw = (band: SeriesBand) => {
    const [span] = visibleSpans([band], x, inside);
    if (span === undefined) return null;
    const { start, end } = span;
    return (
      <g key={band.id} data-band={band.kind} className={styles[band.kind]}>
        <rect x={start} width={end - start} y={top} height={height} />
        {band.label !== undefined && end - start > 60 && (
          <text x={start + 4} y={top - 5}>
            {band.label}
          </text>
        )}
      </g>
    );
  };
  return (
    <>
      {bands.filter(({ kind }) => kind !== 'flagged' && kind !== 'chosen').map(draw)}
      <g data-band="flagged" className={styles.flagged}>
        {visibleSpans(flagged, x, inside).map(({ start, end }) => (
          <rect key={start} x={start} width={end - start} y={top} height={height} />
        ))}
      </g>
      {bands.filter(({ kind }) => kind === 'chosen').map(draw)}
    </>
  );
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
