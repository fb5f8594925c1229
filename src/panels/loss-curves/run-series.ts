// The curves of a run as chart series: the objective on training batches, on the test subset and on the whole test set,
// and one line per term if there is more than one.
import { t } from '@lingui/core/macro';
import type { SampleKind } from '../../core/samples/sample-kind';
import { sampleText, type SampleText } from '../../core/samples/words/sample-words';
import { kindOf } from '../../catalog/kinds/kind';
import { losses } from '../../catalog/losses/registry';
import type { Experiment } from '../../core/experiment/experiment';
import type { MetricSeries } from '../../core/run/metric-series';
import { countText } from '../../core/number-text';
import type { RunCurves } from '../../core/run/run-curves';
import type { ChartSeries } from '../../ui/chart/series';

/** As `ChartSeries`, in texts that name samples. */
export interface RunSeries extends Omit<ChartSeries, 'label'> {
  readonly label: SampleText;
  readonly explanation: SampleText;
}

/** As it is shown. */
export interface NamedSeries extends ChartSeries {
  readonly explanation: string;
}

/**
 * The objective: train pale, test solid, whole test set as dots. With more curves the labels are short, to keep the
 * legend on one line.
 * @param isFiltered some classes are not trained on, but tested
 */
export function objectiveSeries(
  { train, testSubset, testAll }: RunCurves,
  subsetCount: number,
  allCount: number,
  { isShort, isFiltered }: { isShort: boolean; isFiltered: boolean },
): RunSeries[] {
  const [some, all] = [countText(subsetCount), countText(allCount)];
  const test = isFiltered ? t`test: all classes` : t`test`;
  return [
    {
      id: 'train',
      label: t({ message: 'train', comment: 'Name of a curve: the loss of the training batches' }),
      explanation: t`The loss of each training batch, before the network learned from it.`,
      colour: 'var(--accent-pale)',
      width: 1,
      ...points(train),
    },
    {
      id: 'subset',
      label: isShort ? test : ({ many }) => t`${test}, ${some} ${many}`,
      explanation: ({ many }) => t`The loss on ${some} test ${many}, always the same ones, measured often.`,
      colour: 'var(--accent)',
      width: 2,
      ...points(testSubset),
    },
    {
      id: 'all',
      label: isShort ? t`test, all` : t`test, all ${all}`,
      explanation: ({ many }) =>
        t`The loss on all ${all} test ${many}, after each epoch and whenever training pauses.`,
      colour: 'var(--ink)',
      style: 'dots',
      ...points(testAll),
    },
  ];
}

/** The objective on held-out samples; empty where none are or were held out. */
export function validationSeries(
  { validation }: Pick<RunCurves, 'validation'>,
  { validationShare }: Pick<Experiment, 'validationShare'>,
): RunSeries[] {
  if (validationShare === 0 && validation.steps.length === 0) return [];
  return [
    {
      id: 'validation',
      label: t`validation`,
      explanation: t`The loss on held-out samples of the classes that are trained on, always the same ones. Where it rises while the training loss falls, the network overfits.`,
      colour: 'var(--accent)',
      width: 1.5,
      dash: '12 3 3 3',
      ...points(validation),
    },
  ];
}

/** The terms of the objective on the same subset; empty if the reconstruction loss is the only term. */
export function termSeries(
  { testTerms: { reconstruction, sparsity, kl } }: Pick<RunCurves, 'testTerms'>,
  experiment: Pick<Experiment, 'sparsity' | 'codeKind'>,
): RunSeries[] {
  const hasSparsity = experiment.sparsity !== 'none' || sparsity.steps.length > 0;
  const hasKl = experiment.codeKind === 'gaussian';
  if (!hasSparsity && !hasKl) return [];
  return [
    part('reconstruction', t`reconstruction`, 'var(--term-reconstruction)', '7 3', points(reconstruction), {
      explanation: ({ many }) => t`The reconstruction loss alone, on the same test ${many}.`,
    }),
    ...(hasSparsity
      ? [
          part('sparsity', t`λ × sparsity`, 'var(--term-penalty)', '2 3', points(sparsity), {
            explanation: t`What the sparsity penalty adds to the loss: the penalty times its weight.`,
          }),
        ]
      : []),
    ...(hasKl
      ? [
          part(
            'kl',
            'KL',
            'var(--term-penalty)',
            '2 3',
            { ...points(kl), settles: true },
            {
              explanation: t`KL divergence of the code to the unit Gaussian, in nats, before its weight beta.`,
            },
          ),
          part('elbo', '−ELBO', 'var(--ink)', '9 3 2 3', sumOf(reconstruction, kl), {
            explanation: t`Reconstruction + KL in nats, both with weight 1: the negative evidence lower bound. The loss differs from it unless beta is 1.`,
          }),
        ]
      : []),
  ];
}

type Points = Pick<ChartSeries, 'x' | 'y' | 'settles'>;

function part(
  id: string,
  label: string,
  colour: string,
  dash: string,
  points: Points,
  { explanation }: Pick<RunSeries, 'explanation'>,
): RunSeries {
  return { id, label, explanation, colour, dash, width: 1.5, isPart: true, ...points };
}

function points({ steps, means }: MetricSeries): Points {
  return { x: steps, y: means };
}

/** The sum of two terms at each step that both have. */
function sumOf(a: MetricSeries, b: MetricSeries): Points {
  const other = new Map(b.steps.map((step, i) => [step, b.means[i] ?? Number.NaN]));
  const both = a.steps.flatMap((step, i) => {
    const value = other.get(step);
    return value === undefined ? [] : [{ step, sum: (a.means[i] ?? Number.NaN) + value }];
  });
  return { x: both.map(({ step }) => step), y: both.map(({ sum }) => sum) };
}

/** Names the plotted quantity, for the text alternative. */
export function objectiveText({
  loss,
  sparsity,
  codeKind,
}: Pick<Experiment, 'loss' | 'sparsity' | 'codeKind'>): SampleText {
  const { label } = kindOf(losses, loss);
  if (codeKind === 'gaussian')
    return ({ values }) => t`${label} summed over ${values} (nats) and KL divergence`;
  return sparsity === 'none' ? label : t`${label} and sparsity penalty`;
}

/**
 * Whether the curves have the same unit as the mean squared errors of the baselines. With a penalty, the baselines
 * compare with the reconstruction term; for a Gaussian code the loss is summed over pixels, in nats.
 */
export function isMeanSquaredError({ loss, codeKind }: Pick<Experiment, 'loss' | 'codeKind'>): boolean {
  return loss === 'mse' && codeKind === 'deterministic';
}

/** A logarithmic axis cannot show a curve that is 0 everywhere, so its label says `= 0`. */
export function named(series: RunSeries, scale: 'linear' | 'log', kind?: SampleKind): NamedSeries {
  const { y } = series;
  const label = sampleText(series.label, kind);
  const explanation = sampleText(series.explanation, kind);
  const isZero = scale === 'log' && y.length > 0 && Array.from(y).every((value) => value === 0);
  return { ...series, label: isZero ? `${label} = 0` : label, explanation };
}
