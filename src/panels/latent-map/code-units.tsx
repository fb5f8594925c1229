// What the units of the code do: which of them each of the ten test images lights, and what each does over the test set.
import { useMemo, useState } from 'react';
import { activeThresholds } from '../../catalog/activations/registry';
import { otherStepText } from '../../core/number-text';
import { imageSize } from '../../core/samples';
import { lookAt, setFocus } from '../../session/actions';
import type { RunFacts } from '../../session/run';
import { runStore } from '../../session/run-store';
import { SegmentedRadio } from '../../ui/controls/segmented-radio';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { UnitRaster, type RasterRow } from '../../ui/units/unit-raster';
import styles from './code-units.module.css';
import { asBuilt, largestFirst, measured, measureOf, statisticsFor } from './unit-facts';
import { UnitMeasureChart } from './unit-measure-chart';
import { unitRows } from './unit-rows';
import { chartCaption, codeSentence, measureTexts, unitSentence } from './unit-words';

/** By their numbers, or by what tells them apart in this experiment. */
export type UnitOrder = 'built' | 'measure';
type PointedUnit = { unit: number; row: number | null };

const lookAtPictures = () => lookAt('pictures');

export function CodeUnits({ order }: { order: UnitOrder }) {
  useInViewEffect(lookAtPictures);
  const facts = useWhileInView(runStore, (run) => run.facts);
  if (!facts || imageSize(facts.sampleShape) === null) return <Nothing />;
  return <Units facts={facts} chosenOrder={order} />;
}

function Nothing() {
  return <p className={styles.nothing}>The units of the code appear here with the first measurement.</p>;
}

/** Chooses the order of the units; for the card's header. */
export function UnitOrderChoice({
  order,
  onChange,
}: {
  order: UnitOrder;
  onChange: (order: UnitOrder) => void;
}) {
  const measure = useWhileInView(runStore, (run) => measureOf(run.experiment));
  const isMeasured = useWhileInView(
    runStore,
    (run) => statisticsFor(run.codeStatistics, run.experiment) !== null,
  );
  const { order: label, explanation } = measureTexts[measure];
  return (
    <SegmentedRadio
      label="Unit order"
      look="quiet"
      value={order}
      options={[
        { value: 'built', label: 'As built', explanation: 'In the order of their numbers' },
        { value: 'measure', label, explanation, disabled: !isMeasured },
      ]}
      onChange={onChange}
    />
  );
}

function Units({ facts, chosenOrder }: { facts: RunFacts; chosenOrder: UnitOrder }) {
  const experiment = useWhileInView(runStore, (run) => run.experiment);
  const snapshot = useWhileInView(runStore, (run) => run.snapshot);
  const latest = useWhileInView(runStore, (run) => run.codeStatistics);
  const [pointed, setPointed] = useState<PointedUnit | null>(null);

  const { codeSize, codeActivation } = experiment;
  const statistics = statisticsFor(latest, experiment);
  const measure = measureOf(experiment);
  const values = statistics && measured(statistics, measure);
  const sorted = useMemo(() => (values ? largestFirst(values) : null), [values]);
  const threshold = statistics?.threshold ?? activeThresholds[codeActivation];
  const order = useMemo(
    () => (chosenOrder === 'measure' && sorted ? sorted : asBuilt(codeSize)),
    [chosenOrder, sorted, codeSize],
  );
  const rows = useMemo(
    () => snapshot && unitRows(snapshot, facts, codeSize, threshold, measure !== 'kl'),
    [snapshot, facts, codeSize, threshold, measure],
  );
  if (!rows) return <Nothing />;

  const unit = pointed !== null && pointed.unit < codeSize ? pointed.unit : null;
  const row = rows.find((_, index) => index === pointed?.row) ?? rows.find(({ picked }) => picked);
  const text = unit === null ? '' : unitSentence(unit, statistics, row ? here(row, unit) : null);
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <p>
          {statistics
            ? codeSentence(statistics, codeActivation)
            : 'How active the units are is measured on the whole test set …'}
          <StatisticsStep />
        </p>
        {measure !== 'kl' && (
          <span className={styles.note} aria-hidden="true">
            active
          </span>
        )}
      </div>
      <div className={styles.raster}>
        <UnitRaster
          label={rasterLabel(rows, codeSize)}
          rows={rows}
          order={order}
          threshold={threshold}
          unit={unit}
          unitText={text}
          onUnit={(next, at) => setPointed(next === null ? null : { unit: next, row: at })}
          onPickRow={(at) => {
            const index = rows[at]?.index;
            if (index !== undefined && index !== null) setFocus({ kind: 'sample', index });
          }}
        />
      </div>
      <p className={styles.caption}>{text === '' ? chartCaption(measure, values) : text}</p>
      <div className={styles.chart}>
        {statistics && values && sorted && (
          <UnitMeasureChart
            measure={measure}
            values={values}
            sorted={sorted}
            target={experiment.sparsity === 'kl' ? experiment.targetActivation : null}
            unit={unit}
            onUnit={(next) => setPointed(next === null ? null : { unit: next, row: null })}
          />
        )}
      </div>
    </div>
  );
}

function StatisticsStep() {
  const step = useWhileInView(
    runStore,
    (run) => run.codeStatistics && otherStepText(run.codeStatistics.step, run.step),
  );
  return <span className={styles.step}>{step && ` · ${step}`}</span>;
}

function here({ code, name }: RasterRow & { name: string }, unit: number) {
  return { value: code[unit] ?? 0, name };
}

function rasterLabel(rows: readonly (RasterRow & { name: string })[], codeSize: number): string {
  const active = rows.map(({ name, note }) => (note === '' ? name : `${name} ${note}`)).join(', ');
  const what = rows.some(({ note }) => note !== '') ? 'active for each image' : 'for each image';
  return `The ${codeSize} units of the code, ${what}: ${active}`;
}
