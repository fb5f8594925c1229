// What tells the units apart, over the whole test set: a histogram of mean activations for a sparse code, else a bar each.
import { useMemo } from 'react';
import { UnitBars } from '../../ui/units/unit-bars';
import { UnitHistogram } from '../../ui/units/unit-histogram';
import { collapsedBelow, type UnitMeasure } from './unit-facts';
import { chartSummary, sounding } from './unit-words';

interface UnitMeasureChartProps {
  measure: UnitMeasure;
  /** `[codeSize]`. */
  values: Float32Array;
  /** Units, the largest value first. */
  sorted: Uint32Array;
  /** The mean activation that is aimed at. */
  target: number | null;
  unit: number | null;
  onUnit: (unit: number | null) => void;
}

export function UnitMeasureChart({ measure, values, sorted, target, unit, onUnit }: UnitMeasureChartProps) {
  const label = chartSummary(values, measure, target);
  const drawn = useMemo(() => (measure === 'mean' ? sounding(values) : values), [measure, values]);
  if (measure === 'mean') {
    return (
      <UnitHistogram
        label={label}
        values={drawn}
        target={target === null ? null : { value: target, text: `target ρ = ${target}` }}
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
      largestText={`up to ${largest.toPrecision(2)}${measure === 'kl' ? ' nats' : ''}`}
      unit={unit}
      onUnit={onUnit}
    />
  );
}
