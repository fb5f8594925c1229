// How often a unit has which activation over the test set, and where the sample in focus stands. The same numbers are a table.
import { useMemo } from 'react';
import { countText } from '../../../core/number-text';
import { useElementSize } from '../../../ui/element-size';
import { useExport } from '../../../ui/export/offers';
import { binValues } from '../../../ui/units/charts/bin-values';
import { activationText, histogramText, texts } from './words';
import styles from './measured.module.css';

interface ActivationHistogramProps {
  /** `[count]`. */
  values: Float32Array;
  /** Activation for the sample in focus. */
  current: number;
  many: string;
}

const binCount = 40;
const top = 14;
const axis = 16;
/** Room for half of the mark at either end. */
const inset = 6;

export function ActivationHistogram({ values, current, many }: ActivationHistogramProps) {
  const [ref, size] = useElementSize({ width: 520, height: 132 });
  const { from, to, counts } = useMemo(
    () => binValues(values, binCount, Math.max(0, current)),
    [values, current],
  );
  const [least, greatest] = useMemo(
    () => [
      values.reduce((a, b) => Math.min(a, b), Infinity),
      values.reduce((a, b) => Math.max(a, b), -Infinity),
    ],
    [values],
  );
  const edge = (bin: number) => from + (bin * (to - from)) / binCount;
  useExport(() => ({
    name: texts.activations,
    table: () => ({
      columns: ['from', 'to', 'samples'],
      rows: counts.map((count, bin) => [edge(bin), edge(bin + 1), count]),
    }),
  }));
  // Most units are off for most samples: without a root the one bar at 0 would leave nothing of the others.
  const tall = Math.sqrt(Math.max(1, ...counts));
  const floor = Math.max(1, size.height - axis);
  const width = size.width - 2 * inset;
  const pitch = width / binCount;
  const x = (value: number) => inset + Math.min(1, Math.max(0, (value - from) / (to - from || 1))) * width;
  const mark = x(current);
  return (
    <>
      <div
        ref={ref}
        className={styles.histogram}
        role="img"
        aria-label={histogramText(values.length, least, greatest, many)}
      >
        <svg width={size.width} height={size.height} aria-hidden="true">
          {counts.map((count, bin) => {
            const height = count === 0 ? 0 : Math.max(1.5, (Math.sqrt(count) / tall) * (floor - top));
            return (
              <rect
                key={bin}
                className={styles.bin}
                x={inset + bin * pitch}
                y={floor - height}
                width={Math.max(1, pitch - 1)}
                height={height}
              >
                <title>{`${activationText(edge(bin))} – ${activationText(edge(bin + 1))}: ${countText(count)}`}</title>
              </rect>
            );
          })}
          <line
            className={styles.floor}
            x1={inset}
            x2={size.width - inset}
            y1={floor + 0.5}
            y2={floor + 0.5}
          />
          {from < 0 && <line className={styles.zero} x1={x(0)} x2={x(0)} y1={top} y2={floor} />}
          <line className={styles.current} x1={mark} x2={mark} y1={4} y2={floor} />
          <path className={styles.currentHead} d={`M${mark} ${top - 2}l-5 -9h10z`} />
          <text className={styles.tick} x={inset} y={size.height - 3}>
            {activationText(from)}
          </text>
          {from < 0 && to > 0 && (
            <text className={styles.tickMiddle} x={x(0)} y={size.height - 3}>
              0
            </text>
          )}
          <text className={styles.tickEnd} x={size.width - inset} y={size.height - 3}>
            {activationText(to)}
          </text>
        </svg>
      </div>
      <details className={styles.table}>
        <summary>{texts.table}</summary>
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={texts.activations}>
          <table>
            <thead>
              <tr>
                <th scope="col">{texts.tableFrom}</th>
                <th scope="col">{texts.tableTo}</th>
                <th scope="col">{texts.tableCount}</th>
              </tr>
            </thead>
            <tbody>
              {counts.map((count, bin) =>
                count === 0 ? null : (
                  <tr key={bin}>
                    <td>{activationText(edge(bin))}</td>
                    <td>{activationText(edge(bin + 1))}</td>
                    <td>{countText(count)}</td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}
