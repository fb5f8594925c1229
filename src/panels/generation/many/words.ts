// What the comparison of generated with real samples says.
import { countText, percentText } from '../../../core/number-text';
import type { Resemblance } from '../../../session/explore/generated-samples';

export const manyTexts = {
  title: (many: string) => `Generated ${many} against real ones`,
  compare: (many: string) => `Compare with test ${many}`,
  residual: 'Add the residual noise',
  busy: (count: number) => `Drawing ${countText(count)} …`,
  failed: 'That did not work.',
  means: 'Difference of means',
  meansExplanation: 'The largest at any place, as a share of the range of the data.',
  deviations: 'Difference of deviations',
  deviationsExplanation:
    'The largest difference of the standard deviations at any place, as a share of the range of the data.',
  accuracy: '1-NN accuracy',
  accuracyExplanation:
    'How often a sample’s nearest neighbour tells whether it is generated or real (leave-one-out; Lopez-Paz & Oquab 2017). 50 % cannot be told apart, 100 % always can.',
  gaussian: '1-NN accuracy of a PCA Gaussian',
  gaussianExplanation:
    'The same for samples of a Gaussian fitted in the space of as many principal components as the code has numbers.',
  real: 'real',
  generated: 'generated',
  mean: 'Mean',
  deviation: 'Standard deviation',
} as const;

export const newSamplesText = (count: number) => `${countText(count)} new samples`;

/** What is drawn. */
export function drawnText(withResidual: boolean, many: string): string {
  return withResidual
    ? `Drawn: what the decoder makes of a random code, and normal noise as large as what reconstructions of training ${many} miss at each place. The decoder alone gives a mean, smoother than any real sample.`
    : 'Drawn: what the decoder makes of a random code, which is a mean: smoother than any real sample.';
}

/** What follows from the two accuracies. */
export function verdictText({ accuracy }: Pick<Resemblance, 'accuracy'>, codeSize: number): string {
  const { generated, gaussian } = accuracy;
  const of = `a Gaussian of ${countText(codeSize)} principal component${codeSize === 1 ? '' : 's'}`;
  const shares = `${percentText(generated)} against ${percentText(gaussian)}`;
  const [own, other] = [generated, gaussian].map((share) => Math.abs(share - 0.5));
  if (Math.abs((own ?? 0) - (other ?? 0)) < 0.02) {
    return `The network’s samples are about as easy to tell from real ones as those of ${of}: ${shares}.`;
  }
  return (own ?? 0) < (other ?? 0)
    ? `The network’s samples are harder to tell from real ones than those of ${of}: ${shares}.`
    : `The samples of ${of} are harder to tell from real ones than the network’s: ${shares}.`;
}
