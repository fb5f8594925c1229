// Short names at the right ends of lines, so that a line is found without going back to the legend.
import styles from '../chart.module.css';
import type { ChartFrame } from '../chart-frame';
import { isDrawable, type ChartSeries } from '../series';
import { endPlaces } from './end-places';

export function EndNames({ series, frame }: { series: readonly ChartSeries[]; frame: ChartFrame }) {
  const named = series.flatMap((one) => {
    const end = one.endName === undefined ? null : endOf(one, frame);
    return end === null ? [] : [{ one, end }];
  });
  const places = endPlaces(named.map(({ end }) => end));
  return named.map(({ one }, index) => (
    <span
      key={one.id}
      className={styles.endName}
      style={{ left: places[index]?.x, top: places[index]?.y, color: one.colour }}
    >
      {one.endName}
    </span>
  ));
}

/** The last point that can be drawn, in pixels. */
function endOf({ x, y }: ChartSeries, { xAxis, yAxis, toPixelX, toPixelY }: ChartFrame) {
  for (let i = x.length - 1; i >= 0; i--) {
    const [place = NaN, value = NaN] = [x[i], y[i]];
    if (isDrawable(place, xAxis.scale) && isDrawable(value, yAxis.scale))
      return { x: toPixelX(place), y: toPixelY(value) };
  }
  return null;
}
