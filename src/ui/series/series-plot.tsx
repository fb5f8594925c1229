// A long series and the scores of its windows on one time axis: two tracks, bands for stretches, a threshold. It is drawn as
// many columns as there are pixels, so that it costs the same however long the series is.
import { t } from '@lingui/core/macro';
import { scaleLinear } from 'd3-scale';
import { Maximize, Minus, MoveLeft, MoveRight, Plus } from 'lucide-react';
import { useMemo } from 'react';
import type { CSSProperties } from 'react';
import { tickText } from '../../core/number-text';
import type { Channel } from '../../core/samples/series/thinned';
import { IconButton } from '../controls/buttons/buttons';
import { useElementSize } from '../element-size';
import { useExport } from '../export/offers';
import { scoreScale, type ScoreScale } from './score-scale';
import { Bands, RebuiltLines, type Rebuilt, type SeriesBand } from './series-marks';
import { seriesPath } from './series-path';
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
  /** The least above 0 and the greatest: the ends of its own scale. */
  readonly low: number;
  readonly top: number;
  /** Whether it wants a logarithmic scale; the first curve decides for all. */
  readonly isUneven: boolean;
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

const margins = { left: 46, right: 20, top: 18, bottom: 20 } as const;
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
  useExport(() => {
    if (series === null) return null;
    return {
      name: t`Recording`,
      array: () => ({ shape: [length, channels], values: series, valueName: 'channel' }),
    };
  });
  const width = Math.max(1, size.width - margins.left - margins.right);
  const inner = Math.max(2, size.height - margins.top - margins.bottom - gap);
  const seriesTrack = { top: margins.top, height: inner * seriesShare };
  const scoreTrack = { top: margins.top + seriesTrack.height + gap, height: inner * (1 - seriesShare) };
  const bottom = scoreTrack.top + scoreTrack.height;
  const chosen = bands.find(({ kind }) => kind === 'chosen') ?? null;
  const tools = useSeriesView({ view, length, width, left: margins.left, chosen, onView, onPoint });
  const x = (point: number) => margins.left + ((point - view.from) / (view.to - view.from)) * width;
  const range = useMemo(() => rangeOf(series), [series]);
  const toY = (value: number) =>
    seriesTrack.top + seriesTrack.height * (1 - (value - range.low) / (range.high - range.low));
  const frame = { view, width, toY };
  const [network] = curves;
  const scale = scoreScale(network, threshold);
  const toScoreY = (of: ScoreScale) => (value: number) =>
    scoreTrack.top + scoreTrack.height * (1 - of.share(value));
  const ticks = timeTicks(view, props.pointsPerTick, Math.max(2, Math.floor(width / 110)));
  const move = `translate(${margins.left} 0)`;

  return (
    <div className={styles.plot}>
      <div
        className={styles.surface}
        tabIndex={0}
        role="application"
        aria-label={t`${label} Arrow keys move, plus and minus zoom, 0 shows all.`}
        {...tools.surface}
      >
        <div ref={ref} className={styles.measured}>
          <svg width={size.width} height={size.height} role="img" aria-label={label}>
            <clipPath id="series-plot-clip">
              <rect x={0} y={0} width={width} height={size.height} />
            </clipPath>
            <Bands
              bands={bands}
              x={x}
              left={margins.left}
              width={width}
              top={seriesTrack.top}
              bottom={bottom}
            />
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
              {scale.ticks.map((tick) => (
                <text key={tick} x={margins.left - 5} y={toScoreY(scale)(tick) + 4} textAnchor="end">
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
              {curves.toReversed().map((curve) => (
                <path
                  key={curve.id}
                  data-curve={curve.id}
                  className={styles.curve}
                  style={{ '--line-colour': curve.colour } as CSSProperties}
                  strokeDasharray={curve.dash}
                  data-thinned={view.to - view.from > width}
                  d={seriesPath(
                    { values: curve.values, channels: 1, channel: 0 },
                    {
                      view,
                      width,
                      toY: toScoreY(curve === network ? scale : scoreScale(curve, null, scale.isLog)),
                    },
                  )}
                />
              ))}
            </g>
            {threshold !== null && (
              <line
                className={styles.threshold}
                x1={margins.left}
                x2={margins.left + width}
                y1={toScoreY(scale)(threshold)}
                y2={toScoreY(scale)(threshold)}
              />
            )}
          </svg>
        </div>
      </div>
      <div className={styles.buttons}>
        <IconButton size="small" label={t`Earlier`} icon={MoveLeft} onClick={() => tools.panBy(-0.5)} />
        <IconButton size="small" label={t`Later`} icon={MoveRight} onClick={() => tools.panBy(0.5)} />
        <IconButton size="small" label={t`Zoom in`} icon={Plus} onClick={() => tools.zoomBy(2)} />
        <IconButton size="small" label={t`Zoom out`} icon={Minus} onClick={() => tools.zoomBy(0.5)} />
        <IconButton size="small" label={t`Whole recording`} icon={Maximize} onClick={tools.showAll} />
      </div>
    </div>
  );
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
