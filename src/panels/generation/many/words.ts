// What the comparison of generated with real samples says.
import { plural, t } from '@lingui/core/macro';
import { countText, percentText } from '../../../core/number-text';
import type { Resemblance } from '../../../session/explore/generated-samples';

export const manyTexts = {
  title: (many: string) => t`Generated ${many} against real ones`,
  compare: (many: string) => t`Compare with test ${many}`,
  residual: t`Add the residual noise`,
  busy: (count: number) => t`Drawing ${{ count: countText(count) }}…`,
  failed: t`That did not work.`,
  means: t`Difference of means`,
  meansExplanation: t`The largest difference of the means at any place, as a share of the range of the data.`,
  deviations: t`Difference of deviations`,
  deviationsExplanation: t`The largest difference of the standard deviations at any place, as a share of the range of the data.`,
  accuracy: t`1-NN accuracy`,
  accuracyExplanation: t`How often a sample’s nearest neighbour tells whether it is generated or real (leave-one-out; Lopez-Paz & Oquab 2017). 50 % cannot be told apart, 100 % always can.`,
  gaussian: t`1-NN accuracy of a PCA Gaussian`,
  gaussianExplanation: t`The same for samples of a Gaussian fitted in the space of as many principal components as the code has numbers.`,
  real: t`real`,
  generated: t`generated`,
  mean: t`Mean`,
  deviation: t`Standard deviation`,
} as const;

export const newSamplesText = (count: number) => t`${{ count: countText(count) }} new samples`;

/** What is drawn. */
export function drawnText(withResidual: boolean, many: string): string {
  return withResidual
    ? t`Shown: random codes, decoded, plus normal noise as large as the error of the reconstructions of training ${many} at each place. The decoder alone gives a mean, smoother than any real sample.`
    : t`Shown: random codes, decoded. The decoder gives a mean, smoother than any real sample.`;
}

/** What follows from the two accuracies. */
export function verdictText({ accuracy }: Pick<Resemblance, 'accuracy'>, codeSize: number): string {
  const { generated, gaussian } = accuracy;
  const of = plural(codeSize, {
    one: 'a Gaussian of # principal component',
    other: 'a Gaussian of # principal components',
  });
  const shares = t`${{ generated: percentText(generated) }} against ${{ gaussian: percentText(gaussian) }}`;
  const [own, other] = [generated, gaussian].map((share) => Math.abs(share - 0.5));
  if (Math.abs((own ?? 0) - (other ?? 0)) < 0.02) {
    return t`The network’s samples are about as easy to tell from real ones as those of ${of}: ${shares}.`;
  }
  return (own ?? 0) < (other ?? 0)
    ? t`The network’s samples are harder to tell from real ones than those of ${of}: ${shares}.`
    : t`The samples of ${of} are harder to tell from real ones than the network’s: ${shares}.`;
}
