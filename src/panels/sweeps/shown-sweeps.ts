// Converts saved sweeps to chart lines, with linear methods for comparison. Pure.
import { t } from '@lingui/core/macro';
import { isNoisy } from '../../catalog/corrupt';
import { corruptions } from '../../catalog/corruptions/registry';
import { kindOf } from '../../catalog/kinds/kind';
import { countText, decimalText } from '../../core/number-text';
import { experimentAt, linearErrors, type LinearPoint, type SweepPoint } from '../../core/sweep/sweep';
import type { SweepRecord } from '../../session/sweeps/sweep-record';
import type { SweepLine } from '../../ui/chart/sweep/sweep-chart';

/** Share of the test images' variance that PCA keeps at the size of this point; null while unknown, and with noise. */
export function keptByPca(point: SweepPoint): number | null {
  const { linear } = point;
  const { pca } = linearErrors(point);
  // PCA without components returns the mean image, so its error is the total variance.
  const all = linear?.pcaMse[0] ?? 0;
  return pca === null || all === 0 || linear?.denoiserMse ? null : 1 - pca / all;
}

/** Sorts by ascending value; `points` arrive in training order. */
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

type Known = SweepPoint & { linear: LinearPoint };
type Points = SweepLine['points'];

/** A linear method that stands beside the networks. */
interface Method {
  readonly name: string;
  readonly colour: string;
  readonly errorsOf: (linear: LinearPoint) => Float32Array | null;
}

/**
 * Reference lines for sweeps over one setting: PCA, and with noise the linear denoiser. Over the code size they run through
 * every size; over any other setting through the values that were measured. Equal lines of several sweeps are one.
 * @param colours of PCA and of the linear denoiser
 */
export function linearLines(
  records: readonly SweepRecord[],
  colours: { pca: string; denoiser: string },
): SweepLine[] {
  const hasNoise = records.some(({ points }) => points.some(({ linear }) => linear?.denoiserMse));
  const methods: Method[] = [
    { name: 'PCA', colour: colours.pca, errorsOf: ({ pcaMse }) => pcaMse },
    {
      name: t`Linear denoiser`,
      colour: colours.denoiser,
      // Without noise, at level 0 of a sweep, the two are one.
      errorsOf: ({ denoiserMse, pcaMse }) => denoiserMse ?? (hasNoise ? pcaMse : null),
    },
  ];
  const noises = new Set(records.map(noiseName));
  const lines = methods.slice(0, hasNoise ? 2 : 1).flatMap((method) =>
    records.flatMap((record) => {
      const known = sorted(record.points).filter((point): point is Known => point.linear !== undefined);
      const points =
        record.plan.setting === 'codeSize' ? overSizes(known, method) : overValues(known, method);
      if (points.length === 0) return [];
      const sizes = new Set(known.map(({ linear }) => linear.size));
      const [size = 0] = sizes;
      const withSize =
        record.plan.setting !== 'codeSize' && sizes.size === 1
          ? t`${{ name: method.name }} with ${{ size: countText(size) }}`
          : method.name;
      const label = noises.size > 1 ? `${withSize}, ${noiseName(record)}` : withSize;
      return [{ id: `${label} of ${record.id}`, label, colour: method.colour, isReference: true, points }];
    }),
  );
  return merged(lines);
}

/** Through every code size from the smallest to the largest, but no further than the narrowest hidden layer lets through. */
function overSizes(points: readonly Known[], { errorsOf }: Method): Points {
  const [first] = points;
  const last = points.at(-1);
  const errors = first && errorsOf(first.linear);
  if (first === undefined || last === undefined || !errors) return [];
  const narrowest = Math.min(
    errors.length - 1,
    ...points.filter(({ codeSize, linear }) => linear.size < codeSize).map(({ linear }) => linear.size),
  );
  const sizes = Array.from({ length: last.value - first.value + 1 }, (_, place) => first.value + place);
  return sizes.flatMap((x) => {
    const y = errors[Math.min(x, narrowest)];
    return y === undefined || y <= 0 ? [] : [{ x, y }];
  });
}

function overValues(points: readonly Known[], { errorsOf }: Method): Points {
  return points.flatMap(({ value, linear }) => {
    const errors = errorsOf(linear);
    const y = errors?.[Math.min(linear.size, errors.length - 1)];
    return y === undefined || y <= 0 ? [] : [{ x: value, y }];
  });
}

/** `clean`, `Gaussian 0.5`; over the noise level, the kind alone. */
function noiseName({ plan }: SweepRecord): string {
  const experiment = plan.setting === 'noiseLevel' ? plan.base : experimentAt(plan, plan.values[0] ?? 0);
  const { name } = kindOf(corruptions, experiment.noise);
  if (plan.setting === 'noiseLevel') return name;
  return isNoisy(experiment)
    ? `${name} ${decimalText(experiment.noiseLevel)}`
    : t({ message: 'clean', comment: 'Of samples: without noise' });
}

/** Joins lines of one label that agree wherever both have a point. */
function merged(lines: readonly SweepLine[]): SweepLine[] {
  const joined: SweepLine[] = [];
  for (const line of lines) {
    const place = joined.findIndex((other) => other.label === line.label && agree(other.points, line.points));
    const known = joined[place];
    if (known === undefined) joined.push(line);
    else {
      const byX = new Map([...known.points, ...line.points].map((point) => [point.x, point]));
      joined[place] = { ...known, points: [...byX.values()].sort((a, b) => a.x - b.x) };
    }
  }
  return joined;
}

function agree(a: Points, b: Points): boolean {
  const ofA = new Map(a.map(({ x, y }) => [x, y]));
  const shared = b.filter(({ x }) => ofA.has(x));
  if (shared.length > 0) return shared.every(({ x, y }) => ofA.get(x) === y);
  // Without a common value, only level lines are sure to be the same.
  const levels = new Set([...a, ...b].map(({ y }) => y));
  return levels.size === 1;
}
