// The chosen curve in numbers, for each run.
import { t } from '@lingui/core/macro';
import { countText, lossText, significantText } from '../../../core/number-text';
import type { ComparedRun } from '../../../session/run-comparison/compared-run';
import { columnsOf, RunMark } from '../run-heads';
import type { CurveId, Over } from './curve-kinds';
import { curveKinds } from './curve-kinds';
import { atText } from './curve-words';
import { curveNumbers, type CurvePoint } from './metric-rows';
import styles from '../run-comparison.module.css';

interface CurvesTableProps {
  runs: readonly ComparedRun[];
  names: readonly string[];
  curve: CurveId;
  over: Over;
}

export function CurvesTable({ runs, names, curve, over }: CurvesTableProps) {
  return (
    <div className={styles.scroll}>
      <table style={columnsOf(4)} className={styles.table} aria-label={curveKinds[curve].label}>
        <thead>
          <tr>
            <th scope="col">{t`Run`}</th>
            <th scope="col">{t`First`}</th>
            <th scope="col">{t`Lowest`}</th>
            <th scope="col">{t`Last`}</th>
            <th scope="col">{t`Points`}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run, place) => {
            const numbers = curveNumbers(run, curve, over);
            return (
              <tr key={run.runId}>
                <th scope="row">
                  <RunMark place={place} name={names[place] ?? ''} />
                </th>
                <PointCell point={numbers?.first} over={over} />
                <PointCell point={numbers?.lowest} over={over} />
                <PointCell point={numbers?.last} over={over} />
                <td>{countText(numbers?.count ?? 0)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function PointCell({ point, over }: { point: CurvePoint | undefined; over: Over }) {
  if (point === undefined) return <td>—</td>;
  const { x, y } = point;
  const place = x === null ? null : over === 'step' ? countText(x) : significantText(x, 3);
  return (
    <td data-value={y}>
      <span>{lossText(y)}</span>
      {place !== null && <span className={styles.at}>{` ${atText[over](place)}`}</span>}
    </td>
  );
}
