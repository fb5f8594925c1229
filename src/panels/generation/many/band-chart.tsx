// Mean and standard deviation along a signal, of real and of generated samples: a line and a band each, in the units of the data.
import { t } from '@lingui/core/macro';
import type { Moments } from '../../../core/latent/two-sample/moments';
import { tickText } from '../../../core/number-text';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { rangeAt } from '../../../core/samples/value-units';
import { linearAxis } from '../../../ui/chart/axis-ticks';
import { useExport } from '../../../ui/export/offers';
import { useElementSize } from '../../../ui/element-size';
import { bandTable } from './band-table';
import { bandPath, inUnits, linePath, type Band } from './band-paths';
import styles from './many.module.css';
import { manyTexts } from './words';

interface BandChartProps {
  readonly info: DatasetInfo;
  readonly real: Moments;
  readonly generated: Moments;
  /** Null: the axis counts points. */
  readonly pointsPerSecond: number | null;
}

/** Its width is that of the figure. */
const firstSize = { width: 640, height: 170 } as const;
const inset = { left: 44, right: 8, top: 8, bottom: 26 } as const;

export function BandChart(props: BandChartProps) {
  const [ref, { width }] = useElementSize(firstSize);
  const channels = props.info.shape[1] ?? 1;
  return (
    <figure ref={ref} className={styles.chart}>
      {Array.from({ length: channels }, (_, channel) => (
        <OneChannel key={channel} {...props} width={width} channel={channel} channels={channels} />
      ))}
      <figcaption className={styles.legend}>
        <span className={styles.ofReal}>{manyTexts.real}</span>
        <span className={styles.ofGenerated}>{manyTexts.generated}</span>
        <span className={styles.words}>{t`mean, and one standard deviation on either side`}</span>
      </figcaption>
    </figure>
  );
}

interface ChannelProps extends BandChartProps {
  readonly width: number;
  readonly channel: number;
  readonly channels: number;
}

function OneChannel(props: ChannelProps) {
  const size = { width: props.width, height: firstSize.height };
  const { info, pointsPerSecond, channel, channels } = props;
  const range = (place: number) => rangeAt(info, place);
  const real = inUnits(props.real, range, channel, channels);
  const generated = inUnits(props.generated, range, channel, channels);
  const edges = [real, generated].flatMap(({ low, high }) => [...low, ...high]);
  const up = linearAxis(Math.min(...edges), Math.max(...edges), 4);
  const last = real.mean.length - 1;
  const along = linearAxis(0, pointsPerSecond === null ? last : last / pointsPerSecond, size.width / 90);
  const x = (point: number) => inset.left + (point / last) * (size.width - inset.left - inset.right);
  const [bottom, top] = up.domain;
  const y = (value: number) =>
    size.height -
    inset.bottom -
    ((value - bottom) / (top - bottom)) * (size.height - inset.top - inset.bottom);
  useExport(() => ({
    name: channels > 1 ? t`Bands of channel ${{ channel: channel + 1 }}` : t`Bands`,
    table: () => bandTable({ real, generated }, pointsPerSecond),
  }));
  const pointOf = (tick: number) => (pointsPerSecond === null ? tick : tick * pointsPerSecond);
  const place = { x, y };
  const draw = (band: Band, look: string | undefined) => (
    <g className={look}>
      <path className={styles.band} d={bandPath(band, place)} />
      <path className={styles.line} d={linePath(band.mean, place)} />
    </g>
  );
  return (
    <svg
      role="img"
      aria-label={
        channels > 1
          ? t`Mean and standard deviation along the sample, channel ${{ channel: channel + 1 }}`
          : t`Mean and standard deviation along the sample`
      }
      viewBox={`0 0 ${size.width} ${size.height}`}
    >
      {up.ticks.map((tick) => (
        <g key={tick}>
          <line
            className={styles.grid}
            x1={inset.left}
            x2={size.width - inset.right}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text className={styles.tick} x={inset.left - 6} y={y(tick) + 4} textAnchor="end">
            {tickText(tick)}
          </text>
        </g>
      ))}
      {along.ticks
        .filter((tick) => pointOf(tick) <= last)
        .map((tick) => (
          <text
            key={tick}
            className={styles.tick}
            x={x(pointOf(tick))}
            y={size.height - 8}
            textAnchor="middle"
          >
            {tick === 0 && pointsPerSecond !== null ? '0 s' : tickText(tick)}
          </text>
        ))}
      {draw(real, styles.ofReal)}
      {draw(generated, styles.ofGenerated)}
    </svg>
  );
}
