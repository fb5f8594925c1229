// The curves of the runs over each other: over steps, epochs or seconds, smooth or as measured, on linear or logarithmic axes.
import { t } from '@lingui/core/macro';
import { useMemo, useState } from 'react';
import type { ComparedRun } from '../../../session/run-comparison/compared-run';
import type { ThemeName } from '../../../ui/colours';
import { ChartLegend } from '../../../ui/chart/legend/chart-legend';
import { useHiddenSeries } from '../../../ui/chart/legend/use-hidden-series';
import { RunsChart } from '../../../ui/chart/runs/runs-chart';
import { Exports } from '../../../ui/export/offers';
import { Card } from '../../../ui/controls/card/card';
import { useTheme } from '../../../session/page/theme-store';
import { sourceText, texts } from '../words';
import { CurveChoices, type CurveChoice } from './curve-choices';
import { curveKinds, curvesOf, remarksOn } from './curve-kinds';
import { overTitles, remarkText } from './curve-words';
import { CurvesTable } from './curves-table';
import { allMetrics } from './metric-rows';
import { paleLines, runLines } from './run-lines';
import styles from '../run-comparison.module.css';

const firstChoice: CurveChoice = {
  curve: 'testMse',
  over: 'step',
  smoothing: '0',
  vertical: 'log',
  horizontal: 'linear',
  shownAs: 'chart',
};

export function CurvesCard({ runs, names }: { runs: readonly ComparedRun[]; names: readonly string[] }) {
  const [choice, setChoice] = useState(firstChoice);
  const theme = useTheme(({ shown }) => shown);
  const { over, vertical, horizontal, shownAs } = choice;
  // Runs that are read anew may no longer have the curve.
  const known = curvesOf(runs);
  const curve = known.includes(choice.curve) ? choice.curve : 'testMse';
  const lines = useLines(runs, names, { ...choice, curve }, theme);
  const { hidden, drawn, toggle } = useHiddenSeries(lines.smooth);
  const series = useMemo(
    () => [...lines.pale.filter((_, place) => !hidden.has(lines.smooth[place]?.id ?? '')), ...drawn],
    [lines, hidden, drawn],
  );
  const scales = useMemo(
    () => ({ x: horizontal, y: vertical, isCount: over === 'step' }),
    [horizontal, vertical, over],
  );
  const { label } = curveKinds[curve];
  return (
    <Card
      title={texts.curves}
      term="loss"
      subtitle={<ChartLegend series={lines.smooth} hidden={hidden} onToggle={toggle} />}
      source={sourceText(runs.length)}
    >
      <Exports offer={() => ({ name: texts.metrics, table: () => allMetrics(runs, names) })} />
      <CurveChoices runs={runs} curves={known} choice={{ ...choice, curve }} onChange={setChoice} />
      {remarksOn(runs, curve, over).map((remark) => (
        <p key={remark} className={styles.remark}>
          {remarkText(remark, runs)}
        </p>
      ))}
      {shownAs === 'chart' ? (
        <div className={styles.chart}>
          <RunsChart
            label={t`${label} over ${{ overTitle: overTitles[over] }}`}
            series={series}
            scales={scales}
            xTitle={overTitles[over]}
            yTitle={label}
            emptyText={texts.noCurve}
          />
        </div>
      ) : (
        <CurvesTable {...{ runs, names, curve, over }} />
      )}
    </Card>
  );
}

function useLines(
  runs: readonly ComparedRun[],
  names: readonly string[],
  { curve, over, smoothing }: CurveChoice,
  theme: ThemeName,
) {
  return useMemo(() => {
    const weight = Number(smoothing);
    return {
      smooth: runLines(runs, names, { curve, over, weight, theme }),
      pale: weight > 0 ? paleLines(runs, { curve, over, theme }) : [],
    };
  }, [runs, names, curve, over, smoothing, theme]);
}
