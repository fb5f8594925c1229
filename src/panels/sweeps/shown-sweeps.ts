// From kept sweeps to what is drawn: the lines, the linear answer beside them. Pure.
import type { PcaModel } from '../../core/analysis-api';
import { pcaCodeSize, pcaReconstruction } from '../../core/pca';
import type { SweepPlan, SweepPoint } from '../../core/sweep';
import type { SweepRecord } from '../../session/sweep-store';
import type { SweepLine } from '../../ui/chart/sweep-chart';

/** The linear answer of the data set that a plan trains on; null while it is not known, or is of another. */
export function pcaOf(model: PcaModel | null, plan: SweepPlan): PcaModel | null {
  return model?.dataset === plan.base.dataset ? model : null;
}

/** Test error of PCA with as many numbers as the point's code. */
export function pcaMse(model: PcaModel | null, { codeSize }: Pick<SweepPoint, 'codeSize'>): number | null {
  return model?.testMse[pcaCodeSize(model, codeSize)] ?? null;
}

/** In rising order of the value; `points` are in the order in which they were trained. */
export function sorted(points: readonly SweepPoint[]): SweepPoint[] {
  return [...points].sort((a, b) => a.value - b.value);
}

export function sweepLine({ id, name, points }: SweepRecord, colour: string): SweepLine {
  return {
    id,
    label: name,
    colour,
    points: sorted(points).map(({ value, testMse }) => ({ x: value, y: testMse })),
  };
}

/**
 * PCA beside sweeps over one setting, from the least to the largest of their values: over the code size its error at each;
 * over any other setting a level line at the code size of the sweeps, one for each such size.
 */
export function pcaLines(
  model: PcaModel | null,
  records: readonly SweepRecord[],
  colour: string,
): SweepLine[] {
  const values = records.flatMap(({ points }) => points.map(({ value }) => value));
  const first = records[0];
  if (first === undefined || values.length === 0) return [];
  const known = pcaOf(model, first.plan);
  if (known === null) return [];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (first.plan.setting === 'codeSize') {
    const sizes = Array.from({ length: high - low + 1 }, (_, place) => low + place);
    const points = sizes.flatMap((x) => {
      const y = known.testMse[pcaCodeSize(known, x)];
      return y === undefined || y <= 0 ? [] : [{ x, y }];
    });
    return [{ id: 'pca', label: 'PCA', colour, isReference: true, points }];
  }
  const sizes = new Set(records.flatMap(({ points }) => points.map(({ codeSize }) => codeSize)));
  return [...sizes].flatMap((codeSize) => {
    const y = pcaMse(known, { codeSize });
    if (y === null) return [];
    const points = [low, high].map((x) => ({ x, y }));
    return [{ id: `pca ${codeSize}`, label: `PCA with ${codeSize}`, colour, isReference: true, points }];
  });
}

/** What PCA makes of the ten images of a point, `[10, D]`, pixels in [0, 1] or a little beside. */
export function pcaPictures(model: PcaModel, { originals, codeSize }: SweepPoint): Float32Array | null {
  if (originals.length % model.mean.length !== 0) return null;
  return pcaReconstruction(
    model,
    Float32Array.from(originals, (byte) => byte / 255),
    codeSize,
  );
}
