// A long series and the scores of its windows on one time axis: two tracks, bands for stretches, a threshold. It is drawn as
// many columns as there are pixels, so that it costs the same however long the series is.
import { scaleLinear } from 'd3-scale';
import { Maximize, Minus, MoveLeft, MoveRight, Plus } from 'lucide-react';
import { useMemo } from 'react';
import type { CSSProperties } from 'react';
import { tickText } from '../../core/number-text';
import type { Channel } from '../../core/samples/series/thinned';
import { IconButton } from '../controls/buttons/buttons';
import { useElementSize } from '../element-size';
import { seriesPath, areaPath } from './series-path';
import styles from './series-plot.module.css';
import type { SeriesView } from './series-view';
import { useSeriesView } from './use-series-view';

/** A score along the series. */
export interface SeriesCurve {
  readonly id: string;
  readonly colour: string;
  readonly dash?: string | undefined;
  /** Values over the points, `[length]`; not a number where there is none. */
  readonly values: Float32Array;
  /** What is drawn at the top of the track. */
  readonly top: number;
}

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

interface SeriesPlotProps {
  /** Accessible name: what is shown, in a sentence. */
  label: string;
  /** `[length, channels]`; null while it is being fetched. */
  series: Float32Array | null;
  channels: number;
  length: number;
  /** A value of the series in the data's units. */
  valueText: (value: number) => string;
  timeText: (point: number) => string;
  /** Points in a unit of time, of which round numbers are ticks. */
  pointsPerTick: number;
  curves: readonly SeriesCurve[];
  /** On the scale of the first curve; null: no line. */
  threshold: number | null;
  bands: readonly SeriesBand[];
  rebuilt: Rebuilt | null;
  view: SeriesView;
  onView: (view: SeriesView) => void;
  onPoint: (point: number) => void;
}

const margins = { left: 46, right: 8, top: 18, bottom: 20 } as const;
const gap = 14;
/** Of the height, for the series; the rest is for the scores. */
const seriesShare = 0.52;
const channelColours = [
  'var(--ink)',
  'var(--family-undercomplete)',
  'var(--family-sparse)',
  'var(--family-denoising)',
];

export function SeriesPlot(props: SeriesPlotProps) {
  const { label, series, channels, length, valueText, timeText, curves, threshold, bands, rebuilt } = props;
  const { view, onView, onPoint } = props;
  const [ref, size] = useElementSize({ width: 800, height: 300 });
  const width = Math.max(1, size.width - margins.left - margins.right);
  const inner = Math.max(2, size.height - margins.top - margins.bottom - gap);
  const seriesTrack = { top: margins.top, height: inner * seriesShare };
  const scoreTrack = { top: margins.top + seriesTrack.height + gap, height: inner * (1 - seriesShare) };
  const bottom = scoreTrack.top + scoreTrack.height;
  const tools = useSeriesView({ view, length, width, left: margins.left, onView, onPoint });
  const x = (point: number) => margins.left + ((point - view.from) / (view.to - view.from)) * width;
  const clamp = (at: number) => Math.min(margins.left + width, Math.max(margins.left, at));
  const range = useMemo(() => rangeOf(series), [series]);
  const toY = (value: number) =>
    seriesTrack.top + seriesTrack.height * (1 - (value - range.low) / (range.high - range.low));
  const frame = { view, width, toY };
  const [network] = curves;
  const top = Math.max(network?.top ?? 1, threshold ?? 0) * 1.05 || 1;
  const toScoreY = (of: number) => (value: number) =>
    scoreTrack.top + scoreTrack.height * (1 - Math.min(1, Math.max(0, value / of)));
  const ticks = timeTicks(view, props.pointsPerTick, Math.max(2, Math.floor(width / 110)));
  const scoreTicks = scaleLinear([0, top], [0, 1]).ticks(3);
  const move = `translate(${margins.left} 0)`;

  return (
    <div className={styles.plot}>
      <div
        className={styles.surface}
        tabIndex={0}
        role="application"
        aria-label={`${label} Arrow keys move, plus and minus zoom, 0 shows all.`}
        {...tools.surface}
      >
        <div ref={ref} className={styles.measured}>
          <svg width={size.width} height={size.height} role="img" aria-label={label}>
            <clipPath id="series-plot-clip">
              <rect x={0} y={0} width={width} height={size.height} />
            </clipPath>
            {bands.map((band) => {
              const [left, right] = [clamp(x(band.from)), clamp(x(band.to))];
              if (right <= margins.left || left >= margins.left + width) return null;
              return (
                <g key={band.id} data-band={band.kind} className={styles[band.kind]}>
                  <rect
                    x={left}
                    width={Math.max(1.5, right - left)}
                    y={seriesTrack.top}
                    height={bottom - seriesTrack.top}
                  />
                  {band.label !== undefined && right - left > 60 && (
                    <text x={left + 4} y={margins.top - 5}>
                      {band.label}
                    </text>
                  )}
                </g>
              );
            })}
            <g className={styles.axis}>
              <line x1={margins.left} x2={margins.left + width} y1={bottom} y2={bottom} />
              <line
                x1={margins.left}
                x2={margins.left + width}
                y1={scoreTrack.top - gap / 2}
                y2={scoreTrack.top - gap / 2}
              />
              {ticks.map((tick) => (
                <g key={tick}>
                  <line x1={x(tick)} x2={x(tick)} y1={bottom} y2={bottom + 4} />
                  <text x={x(tick)} y={bottom + 16} textAnchor="middle">
                    {timeText(tick)}
                  </text>
                </g>
              ))}
              {series !== null &&
                [range.low, range.high].map((value) => (
                  <text
                    key={value}
                    x={margins.left - 5}
                    y={toY(value) + (value === range.high ? 9 : 0)}
                    textAnchor="end"
                  >
                    {valueText(value)}
                  </text>
                ))}
              {scoreTicks.map((tick) => (
                <text key={tick} x={margins.left - 5} y={toScoreY(top)(tick) + 4} textAnchor="end">
                  {tickText(tick)}
                </text>
              ))}
            </g>
            <g transform={move} clipPath="url(#series-plot-clip)">
              {series !== null &&
                channelsOf(series, channels).map((channel, at) => (
                  <path
                    key={at}
                    className={styles.series}
                    style={{ '--line-colour': channelColours[at % channelColours.length] } as CSSProperties}
                    data-thinned={view.to - view.from > width}
                    d={seriesPath(channel, frame)}
                  />
                ))}
              {rebuilt !== null && <RebuiltLines rebuilt={rebuilt} channels={channels} frame={frame} />}
              {curves.toReversed().map(({ id, colour, dash, values, top: ownTop }) => (
                <path
                  key={id}
                  data-curve={id}
                  className={styles.curve}
                  style={{ '--line-colour': colour } as CSSProperties}
                  strokeDasharray={dash}
                  data-thinned={view.to - view.from > width}
                  d={seriesPath(
                    { values, channels: 1, channel: 0 },
                    { view, width, toY: toScoreY(id === network?.id ? top : ownTop * 1.05 || 1) },
                  )}
                />
              ))}
            </g>
            {threshold !== null && (
              <line
                className={styles.threshold}
                x1={margins.left}
                x2={margins.left + width}
                y1={toScoreY(top)(threshold)}
                y2={toScoreY(top)(threshold)}
              />
            )}
          </svg>
        </div>
      </div>
      <div className={styles.buttons}>
        <IconButton size="small" label="Earlier" icon={MoveLeft} onClick={() => tools.panBy(-0.5)} />
        <IconButton size="small" label="Later" icon={MoveRight} onClick={() => tools.panBy(0.5)} />
        <IconButton size="small" label="Zoom in" icon={Plus} onClick={() => tools.zoomBy(2)} />
        <IconButton size="small" label="Zoom out" icon={Minus} onClick={() => tools.zoomBy(0.5)} />
        <IconButton size="small" label="Whole recording" icon={Maximize} onClick={tools.showAll} />
      </div>
    </div>
  );
}

interface RebuiltLinesProps {
  rebuilt: Rebuilt;
  channels: number;
  frame: Parameters<typeof areaPath>[3];
}

/** The chosen window as the network rebuilds it, and the error as the area between. */
function RebuiltLines({ rebuilt: { start, sample, reconstruction }, channels, frame }: RebuiltLinesProps) {
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

function channelsOf(values: Float32Array, channels: number): Channel[] {
  return Array.from({ length: channels }, (_, channel) => ({ values, channels, channel }));
}

/** With a little room at both ends. */
function rangeOf(series: Float32Array | null): { low: number; high: number } {
  let [low, high] = [Infinity, -Infinity];
  for (const value of series ?? []) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!(low < high)) return Number.isFinite(low) ? { low: low - 0.5, high: low + 0.5 } : { low: 0, high: 1 };
  return { low, high };
}

/** Round numbers of the unit of time. */
function timeTicks({ from, to }: SeriesView, pointsPerTick: number, count: number): number[] {
  return scaleLinear([from / pointsPerTick, to / pointsPerTick], [0, 1])
    .ticks(count)
    .map((tick) => tick * pointsPerTick);
}
