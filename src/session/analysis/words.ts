// What the analysis worker is doing.
import type { SampleWords } from '../../core/samples/words/sample-words';
import type { AnalysisProgress, AnalysisStage, QualitySubject } from '../../core/analysis-api';
import { countText, percentText } from '../../core/number-text';
import { textOf, type WordsFor } from '../../core/words-for';

const subjects = ({ values }: SampleWords): Readonly<Record<QualitySubject, string>> => ({
  code: 'the code',
  pca: 'PCA',
  pixels: `the ${values}`,
});

const stages = (words: SampleWords): WordsFor<AnalysisStage> => ({
  'analysis.starting': () => 'Starting',
  'analysis.reading-data': () => 'Reading the data set',
  'analysis.waiting-for-data': () => 'Waiting for the data set',
  'pca.summing': ({ split }) => `Adding up the ${split === 'train' ? 'training' : 'test'} ${words.many}`,
  'pca.decomposing': ({ size }) => `Decomposing the covariance, ${size} × ${size}`,
  'pca.refining': ({ pass, passes }) => `Refining the components, pass ${pass} of ${passes}`,
  'pca.projecting': () => `Projecting the test ${words.many}`,
  'noise.summing': ({ split }) =>
    `Adding up the noisy ${split === 'train' ? 'training' : 'test'} ${words.many}`,
  'noise.solving': ({ size }) => `Solving for the linear denoiser, ${size} × ${size}`,
  'noise.measuring': () => 'Measuring PCA and the linear denoiser',
  'holes.measuring': () => 'Measuring what the rivals fill in',
  'sound.cleaning': () => 'Cleaning without a network',
  'umap.neighbours': () => 'Finding neighbours',
  'umap.layout': ({ epoch, epochs }) => `Laying out, epoch ${countText(epoch)} of ${countText(epochs)}`,
  'quality.encoding': () => 'Encoding',
  'quality.neighbours': ({ of }) => `Nearest neighbours on ${subjects(words)[of]}`,
  'quality.probe': ({ of }) => `A linear probe on ${subjects(words)[of]}`,
  'quality.maps': () => 'Judging the maps',
  'anomalies.scoring': () => 'Scoring the test samples',
  'anomalies.linear': () => 'Scoring by the mean and by PCA',
  'anomalies.nearest': () => 'Finding the nearest training samples',
  'anomalies.code-distances': () => 'Measuring distances between codes',
  'anomalies.training': ({ codeSize, place, count }) =>
    `Training with a code of ${countText(codeSize)}, ${countText(place)} of ${countText(count)}`,
});

function analysisStageText(stage: AnalysisStage, words: SampleWords): string {
  return textOf(stages(words), stage);
}

/** `Finding neighbours: 12 %`; how long the data set will take, nobody knows here. */
export function analysisProgressText({ message, share }: AnalysisProgress, words: SampleWords): string {
  const stage = analysisStageText(message, words);
  if (message.code === 'analysis.waiting-for-data') return `${stage} …`;
  return `${stage}: ${percentText(share)}`;
}
