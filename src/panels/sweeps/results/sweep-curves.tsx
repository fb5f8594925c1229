// The curves of the shown sweeps: test error over the swept setting, one line per sweep, linear methods dashed. Over the
// code size, this is the rate–distortion curve.
import { useMemo, useRef } from 'react';
import { lossText, valueText } from '../../../core/number-text';
import { useSession } from '../../../session/hooks/session-context';
import type { SweepRecord } from '../../../session/sweeps/sweep-record';
import { chartSvg, svgToPng } from '../../../ui/chart/chart-image';
import { StaticLegend } from '../../../ui/chart/legend/chart-legend';
import { referenceDash } from '../../../ui/chart/series';
import { LazySweepChart } from '../../../ui/chart/sweep/lazy-sweep-chart';
import { lineColour } from '../../../ui/chart/sweep/sweep-colours';
import type { ThemeName } from '../../../ui/colours';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { Card } from '../../../ui/controls/card/card';
import { Placeholder } from '../../../ui/placeholder/placeholder';
import { fileName, saveFile, saveText } from '../../../ui/export/save-file';
import { levelLines, seedLine } from '../seeds/seed-lines';
import { linearLines, sweepLine } from '../shown-sweeps';
import { isLogarithmic } from '../values/typed-values';
import { curveTitle, pictureTitle, settingWords } from '../words';
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
  const box = useRef<HTMLDivElement>(null);
  const { notices } = useSession();
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

  function picture(): string | null {
    return chartSvg(box.current, { title: pictureTitle(setting), legend });
  }

  function saveSvg() {
    const svg = picture();
    if (svg !== null) saveText(fileName(picked.name, 'svg', new Date()), svg, 'image/svg+xml');
  }

  async function savePng() {
    const svg = picture();
    if (svg === null) return;
    try {
      saveFile(fileName(picked.name, 'png', new Date()), await svgToPng(svg));
    } catch {
      notices.show({
        key: 'export',
        kind: 'info',
        message: 'The chart could not be drawn as PNG. Save SVG works.',
      });
    }
  }

  return (
    <Card
      title={curveTitle(setting)}
      subtitle={<StaticLegend series={legend} />}
      actions={
        <>
          <TextButton disabled={!hasPoints} onClick={() => void savePng()}>
            Save PNG
          </TextButton>
          <TextButton disabled={!hasPoints} onClick={saveSvg}>
            Save SVG
          </TextButton>
        </>
      }
      className={styles.chartCard}
    >
      <div ref={box} className={styles.chartBox}>
        {hasPoints ? (
          <LazySweepChart
            label={`${curveTitle(setting)} chart`}
            lines={lines}
            xTitle={settingWords[setting].axis}
            yTitle="Test MSE"
            xScale={isLog ? 'log' : 'linear'}
            xText={valueText}
            yText={lossText}
          />
        ) : (
          <Placeholder>
            {shown.length === 0
              ? 'Every sweep over this setting is hidden.'
              : 'The first point appears once its network is trained.'}
          </Placeholder>
        )}
      </div>
    </Card>
  );
}
