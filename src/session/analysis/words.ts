// What the analysis worker is doing.
import { t } from '@lingui/core/macro';
import type { SampleWords } from '../../core/samples/words/sample-words';
import type { AnalysisProgress, AnalysisStage, QualitySubject } from '../../core/analysis-api';
import { countText, percentText } from '../../core/number-text';
import { textOf, type WordsFor } from '../../core/words-for';

const subjects = ({ values }: SampleWords): Readonly<Record<QualitySubject, string>> => ({
  code: t`the code`,
  pca: 'PCA',
  pixels: t`the ${values}`,
});

const stages = (words: SampleWords): WordsFor<AnalysisStage> => ({
  'analysis.starting': () => t`Starting`,
  'analysis.reading-data': () => t`Reading the data set`,
  'analysis.waiting-for-data': () => t`Waiting for the data set`,
  'pca.summing': ({ split }) =>
    split === 'train'
      ? t`Adding up the training ${{ many: words.many }}`
      : t`Adding up the test ${{ many: words.many }}`,
  'pca.decomposing': ({ size }) => t`Decomposing the covariance, ${size} × ${size}`,
  'pca.refining': ({ pass, passes }) => t`Refining the components, pass ${pass} of ${passes}`,
  'pca.projecting': () => t`Projecting the test ${{ many: words.many }}`,
  'noise.summing': ({ split }) =>
    split === 'train'
      ? t`Adding up the noisy training ${{ many: words.many }}`
      : t`Adding up the noisy test ${{ many: words.many }}`,
  'noise.solving': ({ size }) => t`Solving for the linear denoiser, ${size} × ${size}`,
  'noise.measuring': () => t`Measuring PCA and the linear denoiser`,
  'holes.measuring': () => t`Measuring what the other methods fill in`,
  'sound.cleaning': () => t`Cleaning without a network`,
  'umap.neighbours': () => t`Finding neighbours`,
  'umap.layout': ({ epoch, epochs }) =>
    t`Laying out, epoch ${{ epoch: countText(epoch) }} of ${{ epochs: countText(epochs) }}`,
  'quality.encoding': () => t`Encoding`,
  'quality.neighbours': ({ of }) => t`Nearest neighbours on ${{ what: subjects(words)[of] }}`,
  'quality.probe': ({ of }) => t`A linear probe on ${{ what: subjects(words)[of] }}`,
  'quality.maps': () => t`Judging the maps`,
  'anomalies.scoring': () => t`Scoring the test samples`,
  'anomalies.linear': () => t`Scoring by the mean and by PCA`,
  'anomalies.nearest': () => t`Finding the nearest training samples`,
  'anomalies.code-distances': () => t`Measuring distances between codes`,
  'anomalies.training': ({ codeSize, place, count }) =>
    t`Training with a code of ${{ codeSize: countText(codeSize) }}, ${{ place: countText(place) }} of ${{ count: countText(count) }}`,
});

function analysisStageText(stage: AnalysisStage, words: SampleWords): string {
  return textOf(stages(words), stage);
}

/** `Finding neighbours: 12 %`; how long the data set will take, nobody knows here. */
export function analysisProgressText({ message, share }: AnalysisProgress, words: SampleWords): string {
  const stage = analysisStageText(message, words);
  if (message.code === 'analysis.waiting-for-data') return `${stage}…`;
  return `${stage}: ${percentText(share)}`;
}
