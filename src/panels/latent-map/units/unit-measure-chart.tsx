// The unit measure over the test set: a histogram of mean activations for a sparse code, otherwise one bar per unit.
import { t } from '@lingui/core/macro';
import { numberText, significantText } from '../../../core/number-text';
import { useMemo } from 'react';
import { UnitBars } from '../../../ui/units/unit-bars';
import { UnitHistogram } from '../../../ui/units/unit-histogram';
import { collapsedBelow } from '../../../core/run/objective-terms';
import { dropSilentUnits, type UnitMeasure } from './unit-facts';
import { chartSummary } from './words';

interface UnitMeasureChartProps {
  measure: UnitMeasure;
  /** `[codeSize]`. */
  values: Float32Array;
  /** Unit indices by descending value. */
  sorted: Uint32Array;
  /** The target mean activation. */
  target: number | null;
  unit: number | null;
  onUnit: (unit: number | null) => void;
}

export function UnitMeasureChart({ measure, values, sorted, target, unit, onUnit }: UnitMeasureChartProps) {
  const label = chartSummary(values, measure, target);
  const drawn = useMemo(() => (measure === 'mean' ? dropSilentUnits(values) : values), [measure, values]);
  if (measure === 'mean') {
    return (
      <UnitHistogram
        label={label}
        values={drawn}
        target={
          target === null ? null : { value: target, text: t`target ρ = ${{ target: numberText(target) }}` }
        }
        pointed={unit === null ? null : (values[unit] ?? null)}
      />
    );
  }
  const largest = values[sorted[0] ?? 0] ?? 0;
  return (
    <UnitBars
      label={label}
      values={values}
      order={sorted}
      limit={measure === 'kl' ? collapsedBelow : 0}
      largestText={upToText(significantText(largest), measure)}
      unit={unit}
      onUnit={onUnit}
    />
  );
}

function upToText(largest: string, measure: UnitMeasure): string {
  return measure === 'kl' ? t`up to ${largest} nats` : t`up to ${largest}`;
}
