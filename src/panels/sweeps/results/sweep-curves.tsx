// The curves of the shown sweeps: test error over the swept setting, one line per sweep, linear methods dashed. Over the
// code size, this is the rate–distortion curve.
import { t } from '@lingui/core/macro';
import { useMemo } from 'react';
import { lossText, valueText } from '../../../core/number-text';
import type { SweepRecord } from '../../../session/sweeps/sweep-record';
import { StaticLegend } from '../../../ui/chart/legend/chart-legend';
import { referenceDash } from '../../../ui/chart/series';
import { LazySweepChart } from '../../../ui/chart/sweep/lazy-sweep-chart';
import { lineColour } from '../../../ui/chart/sweep/sweep-colours';
import type { ThemeName } from '../../../ui/colours';
import { Card } from '../../../ui/controls/card/card';
import { Placeholder } from '../../../ui/placeholder/placeholder';
import { levelLines, seedLine } from '../seeds/seed-lines';
import { linearLines, sweepLine } from '../shown-sweeps';
import { isLogarithmic } from '../values/typed-values';
import { curveTitle, settingWords } from '../words';
import styles from './sweep-curves.module.css';

interface SweepCurvesProps {
  theme: ThemeName;
  /** All saved sweeps; the index in this list determines the colour of a sweep. */
  kept: readonly SweepRecord[];
  /** Visible sweeps over the same setting. */
  shown: readonly SweepRecord[];
  picked: SweepRecord;
}

export function SweepCurves({ theme, kept, shown, picked }: SweepCurvesProps) {
  const { setting } = picked.plan;
  const isOfSeeds = setting === 'seed';
  const lines = useMemo(
    () => [
      ...(isOfSeeds ? levelLines : linearLines)(shown, { pca: 'var(--muted)', denoiser: 'var(--ink)' }),
      ...shown.map((record) =>
        (isOfSeeds ? seedLine : sweepLine)(record, lineColour(theme, kept.indexOf(record))),
      ),
    ],
    [isOfSeeds, shown, theme, kept],
  );
  const legend = lines.map(({ isReference, ...line }) => ({
    ...line,
    dash: isReference ? referenceDash : undefined,
  }));
  const hasPoints = shown.some(({ points }) => points.length > 0);
  const isLog = isLogarithmic(setting) && shown.every(({ points }) => points.every(({ value }) => value > 0));

  return (
    <Card
      title={curveTitle(setting)}
      term="sweep"
      subtitle={<StaticLegend series={legend} />}
      source={picked.name}
      className={styles.chartCard}
    >
      <div className={styles.chartBox}>
        {hasPoints ? (
          <LazySweepChart
            label={t`${{ curveTitle: curveTitle(setting) }} chart`}
            lines={lines}
            xTitle={settingWords[setting].axis}
            yTitle={t`Test MSE`}
            xScale={isLog ? 'log' : 'linear'}
            xText={valueText}
            yText={lossText}
          />
        ) : (
          <Placeholder>
            {shown.length === 0
              ? t`Every sweep of this setting is hidden.`
              : t`The first point appears once its network is trained.`}
          </Placeholder>
        )}
      </div>
    </Card>
  );
}
