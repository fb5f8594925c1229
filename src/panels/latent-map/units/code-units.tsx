// The units of the code: which ones each of the ten test images activates, and statistics per unit over the test set.
import { t } from '@lingui/core/macro';
import { useMemo, useState } from 'react';
import { activeThresholds } from '../../../catalog/activations/registry';
import { otherStepText } from '../../../core/number-text';
import { sampleWords, type SampleWords } from '../../../core/samples/words/sample-words';
import { useSession } from '../../../session/hooks/session-context';
import { useLookAt } from '../../../session/hooks/use-look-at';
import type { RunFacts } from '../../../session/runs/run';
import { useRunStore } from '../../../session/hooks/use-run';
import type { NamedArray } from '../../../core/formats/array-text';
import { useExport } from '../../../ui/export/offers';
import { useInViewEffect, useWhileInView } from '../../../ui/in-view/in-view';
import { UnitRaster, type RasterRow } from '../../../ui/units/unit-raster';
import styles from './code-units.module.css';
import { asBuilt, largestFirst, measured, measureOf, statisticsFor } from './unit-facts';
import type { UnitOrder } from './unit-order-choice';
import { UnitMeasureChart } from './unit-measure-chart';
import { unitRows } from './unit-rows';
import { unitsTable } from './units-table';
import { chartCaption, codeSentence, unitSentence } from './words';

type PointedUnit = { unit: number; row: number | null };

const looksAt = ['pictures'] as const;

export function CodeUnits({ order }: { order: UnitOrder }) {
  useInViewEffect(useLookAt(looksAt));
  const facts = useWhileInView(useRunStore(), (run) => run.facts);
  if (!facts) return <Nothing />;
  return <Units facts={facts} chosenOrder={order} />;
}

function Nothing() {
  return <p className={styles.nothing}>{t`The units of the code appear here with the first measurement.`}</p>;
}

function Units({ facts, chosenOrder }: { facts: RunFacts; chosenOrder: UnitOrder }) {
  const { selection } = useSession();
  const experiment = useWhileInView(useRunStore(), (run) => run.experiment);
  const snapshot = useWhileInView(useRunStore(), (run) => run.snapshot);
  const latest = useWhileInView(useRunStore(), (run) => run.codeStatistics);
  const [pointed, setPointed] = useState<PointedUnit | null>(null);

  const { codeSize, codeActivation } = experiment;
  const statistics = statisticsFor(latest, experiment);
  const measure = measureOf(experiment);
  useExport(() => statistics && { name: t`Units of the code`, table: () => unitsTable(statistics) });
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
  useExport(() => rows && { name: t`Codes of the samples shown`, array: () => codesOf(rows, codeSize) });
  if (!rows) return <Nothing />;

  const unit = pointed !== null && pointed.unit < codeSize ? pointed.unit : null;
  const row = rows.find((_, index) => index === pointed?.row) ?? rows.find(({ picked }) => picked);
  const text = unit === null ? '' : unitSentence(unit, statistics, row ? here(row, unit) : null);
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <p>
          <span>
            {statistics
              ? codeSentence(statistics, codeActivation, sampleWords(facts.dataset.kind))
              : t`How active the units are is measured on the whole test set…`}
          </span>
          <StatisticsStep />
        </p>
        {measure !== 'kl' && <span className={styles.note} aria-hidden="true">{t`active`}</span>}
      </div>
      <div className={styles.raster}>
        <UnitRaster
          label={rasterLabel(rows, codeSize, sampleWords(facts.dataset.kind))}
          rows={rows}
          order={order}
          threshold={threshold}
          unit={unit}
          unitText={text}
          onUnit={(next, at) => setPointed(next === null ? null : { unit: next, row: at })}
          onPickRow={(at) => {
            const index = rows[at]?.index;
            if (index !== undefined && index !== null) selection.focusOn({ kind: 'sample', index });
          }}
        />
      </div>
      <p className={styles.caption}>
        {text === '' ? chartCaption(measure, values, sampleWords(facts.dataset.kind)) : text}
      </p>
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
    useRunStore(),
    (run) => run.codeStatistics && otherStepText(run.codeStatistics.step, run.step),
  );
  return <span className={styles.step}>{step && ` · ${step}`}</span>;
}

function here({ code, name }: RasterRow & { name: string }, unit: number) {
  return { value: code[unit] ?? 0, name };
}

function rasterLabel(
  rows: readonly (RasterRow & { name: string })[],
  codeSize: number,
  { one }: SampleWords,
): string {
  const active = rows.map(({ name, note }) => (note === '' ? name : `${name} ${note}`)).join(', ');
  const what = rows.some(({ note }) => note !== '') ? t`active for each ${one}` : t`for each ${one}`;
  return t`The ${codeSize} units of the code, ${what}: ${active}`;
}

/** `[samples, codeSize]`. */
function codesOf(rows: readonly RasterRow[], codeSize: number): NamedArray {
  const values = new Float32Array(rows.length * codeSize);
  rows.forEach(({ code }, row) => values.set(code.subarray(0, codeSize), row * codeSize));
  return { shape: [rows.length, codeSize], values, valueName: 'code' };
}
