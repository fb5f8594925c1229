// The curve of rate against distortion: test error over the swept setting, one line for each shown sweep, PCA dashed.
import { useRef } from 'react';
import { lossText } from '../../core/number-text';
import { notify } from '../../session/notice-store';
import { usePca } from '../../session/pca-store';
import type { SweepRecord } from '../../session/sweep-store';
import { CurveSample } from '../../ui/chart/curve-sample';
import { LazySweepChart } from '../../ui/chart/lazy-sweep-chart';
import { referenceDash } from '../../ui/chart/reference-dash';
import { chartColours, lineColour } from '../../ui/chart/sweep-colours';
import type { ThemeName } from '../../ui/colours';
import { TextButton } from '../../ui/controls/buttons';
import { Card } from '../../ui/controls/card';
import { standaloneSvg, svgToPng } from '../../ui/export/chart-image';
import { fileName, saveFile, saveText } from '../../ui/export/save-file';
import { pcaLines, sweepLine } from './shown-sweeps';
import { axisTitle, isLogarithmic, valueText } from './sweep-words';
import styles from './sweeps.module.css';

interface SweepCurvesProps {
  theme: ThemeName;
  /** All that are kept: a sweep's colour goes by its place among them. */
  kept: readonly SweepRecord[];
  /** Those over the same setting that are not hidden. */
  shown: readonly SweepRecord[];
  picked: SweepRecord;
}

export function SweepCurves({ theme, kept, shown, picked }: SweepCurvesProps) {
  const box = useRef<HTMLDivElement>(null);
  const model = usePca((pca) => pca.model);
  const colours = chartColours[theme];
  const { setting } = picked.plan;
  const lines = [
    ...pcaLines(model, shown, colours.muted),
    ...shown.map((record) => sweepLine(record, lineColour(theme, kept.indexOf(record)))),
  ];
  const title = 'Rate against distortion';
  const hasPoints = shown.some(({ points }) => points.length > 0);
  const isLog = isLogarithmic(setting) && shown.every(({ points }) => points.every(({ value }) => value > 0));

  function picture(): string | null {
    const chart = box.current?.querySelector<SVGSVGElement>('svg.recharts-surface');
    if (!chart) return null;
    const legend = lines.map(({ label, colour, isReference }) => ({
      label,
      colour,
      dash: isReference ? referenceDash : undefined,
    }));
    return standaloneSvg(chart, {
      title: `${title}: test MSE over ${setting === 'codeSize' ? 'code size' : axisTitle(setting)}`,
      colours: { background: colours.surface, ink: colours.ink, muted: colours.muted },
      legend,
    });
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
      notify({
        key: 'export',
        kind: 'info',
        message: 'The chart could not be drawn as PNG. Save SVG works.',
      });
    }
  }

  return (
    <Card
      title={title}
      subtitle={
        <span className={styles.legend}>
          {lines.map(({ id, label, colour, isReference }) => (
            <span key={id} className={styles.legendEntry}>
              <CurveSample colour={colour} dash={isReference ? referenceDash : undefined} />
              {label}
            </span>
          ))}
        </span>
      }
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
            label="Rate–distortion chart"
            lines={lines}
            xTitle={axisTitle(setting)}
            yTitle="Test MSE"
            xScale={isLog ? 'log' : 'linear'}
            colours={colours}
            xText={valueText}
            yText={lossText}
          />
        ) : (
          <p className={styles.empty}>
            {shown.length === 0
              ? 'Every sweep over this setting is hidden.'
              : 'The first point is drawn when its training is done.'}
          </p>
        )}
      </div>
    </Card>
  );
}
