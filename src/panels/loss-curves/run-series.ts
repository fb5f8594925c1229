// The curves of a run as series of the chart: the objective on training batches, on the subset of the test set and on all
// of it, and a line for each term where there is more than one.
import { losses } from '../../catalog/losses/registry';
import type { Experiment } from '../../core/experiment';
import type { MetricSeries } from '../../core/metric-series';
import { countText } from '../../core/number-text';
import type { RunCurves } from '../../session/run';
import type { ChartSeries } from '../../ui/chart/chart-frame';

export interface RunSeries extends ChartSeries {
  readonly explanation: string;
}

/**
 * The objective: train pale, test solid, all test images as dots. Their names are short where there are more curves, so
 * that the legend stays one line.
 */
export function objectiveSeries(
  { train, testSubset, testAll }: RunCurves,
  subsetCount: number,
  allCount: number,
  isShort: boolean,
): RunSeries[] {
  const [some, all] = [countText(subsetCount), countText(allCount)];
  return [
    {
      id: 'train',
      label: 'train',
      explanation: 'The loss of each training batch, before the network learned from it.',
      colour: 'var(--accent-pale)',
      width: 1,
      ...points(train),
    },
    {
      id: 'subset',
      label: isShort ? 'test' : `test, ${some} images`,
      explanation: `The loss on ${some} test images, always the same ones, measured often.`,
      colour: 'var(--accent)',
      width: 2,
      ...points(testSubset),
    },
    {
      id: 'all',
      label: isShort ? 'test, all' : `test, all ${all}`,
      explanation: `The loss on all ${all} test images, after each epoch and whenever training pauses.`,
      colour: 'var(--ink)',
      style: 'dots',
      ...points(testAll),
    },
  ];
}

/** What the objective is made of, on the same subset; nothing where it is the reconstruction loss alone. */
export function termSeries(
  { testTerms: { reconstruction, sparsity, kl } }: Pick<RunCurves, 'testTerms'>,
  experiment: Pick<Experiment, 'sparsity' | 'codeKind'>,
): RunSeries[] {
  const hasSparsity = experiment.sparsity !== 'none' || sparsity.steps.length > 0;
  const hasKl = experiment.codeKind === 'gaussian';
  if (!hasSparsity && !hasKl) return [];
  return [
    part('reconstruction', 'reconstruction', 'var(--term-reconstruction)', '7 3', points(reconstruction), {
      explanation: 'The reconstruction loss alone, on the same test images.',
    }),
    ...(hasSparsity
      ? [
          part('sparsity', 'λ × sparsity', 'var(--term-penalty)', '2 3', points(sparsity), {
            explanation: 'What the sparsity penalty adds to the loss: the penalty times its weight.',
          }),
        ]
      : []),
    ...(hasKl
      ? [
          part('kl', 'KL', 'var(--term-penalty)', '2 3', points(kl), {
            explanation: 'KL divergence of the code to the unit Gaussian, in nats, before its weight beta.',
          }),
          part('elbo', '−ELBO', 'var(--ink)', '9 3 2 3', sumOf(reconstruction, kl), {
            explanation:
              'Reconstruction + KL in nats, both with weight 1: the negative evidence lower bound. The loss is another while beta is not 1.',
          }),
        ]
      : []),
  ];
}

type Points = Pick<ChartSeries, 'x' | 'y'>;

function part(
  id: string,
  label: string,
  colour: string,
  dash: string,
  { x, y }: Points,
  { explanation }: Pick<RunSeries, 'explanation'>,
): RunSeries {
  return { id, label, explanation, colour, dash, width: 1.5, isPart: true, x, y };
}

function points({ steps, means }: MetricSeries): Points {
  return { x: steps, y: means };
}

/** Two terms of the same measurements, added; a step that only one of them has is left out. */
function sumOf(a: MetricSeries, b: MetricSeries): Points {
  const other = new Map(b.steps.map((step, i) => [step, b.means[i] ?? Number.NaN]));
  const both = a.steps.flatMap((step, i) => {
    const value = other.get(step);
    return value === undefined ? [] : [{ step, sum: (a.means[i] ?? Number.NaN) + value }];
  });
  return { x: both.map(({ step }) => step), y: both.map(({ sum }) => sum) };
}

/** What the curves count, for the text alternative: `Binary cross-entropy in nats + β KL`. */
export function objectiveText({
  loss,
  sparsity,
  codeKind,
}: Pick<Experiment, 'loss' | 'sparsity' | 'codeKind'>): string {
  const { label } = losses[loss];
  if (codeKind === 'gaussian') return `${label} summed over pixels (nats) and KL divergence`;
  return sparsity === 'none' ? label : `${label} and sparsity penalty`;
}

/**
 * Whether mean squared errors of simpler methods are in the unit of the curves. Under a penalty they compare with the
 * reconstruction term; a Gaussian code sums over the pixels, in nats.
 */
export function isMeanSquaredError({ loss, codeKind }: Pick<Experiment, 'loss' | 'codeKind'>): boolean {
  return loss === 'mse' && codeKind === 'deterministic';
}

/** A curve that is 0 throughout cannot be on a logarithmic axis: its name says so. */
export function named(series: RunSeries, scale: 'linear' | 'log'): RunSeries {
  const { y } = series;
  const isZero = scale === 'log' && y.length > 0 && Array.from(y).every((value) => value === 0);
  return isZero ? { ...series, label: `${series.label} = 0` } : series;
}
