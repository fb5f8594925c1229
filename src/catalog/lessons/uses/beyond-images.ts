// Beyond images. Seen here (heartbeats, code 2, 800 steps, seeds 1 and 2): test MSE .00083 and .00078, PCA .00106, the mean heartbeat .00446;
// after 400 steps .00099 and .00093.
import { t } from '@lingui/core/macro';
import { lossText } from '../../../core/number-text';
import { needsSettings, trainStep, waitsForPca } from '../asking';
import type { Came, Lesson, Results } from '../lesson';

export const beyondImages: Lesson = {
  id: 'beyond-images',
  title: t`Beyond images`,
  summary: t`Heartbeats, sound, your own tables: nothing here needs pixels.`,
  minutes: 4,
  experiment: { dataset: 'heartbeats', outputActivation: 'linear', codeSize: 2 },
  place: 'train',
  steps: [
    {
      kind: 'read',
      id: 'what',
      title: t`A list of numbers is a list of numbers`,
      text: [
        t`To a dense network an image is a list of 784 numbers; it does not know which of them are neighbours. So the same network takes any list: here the curve of one heartbeat.`,
        t`The data set is made in your browser by a published model of the electrocardiogram: normal beats, and four abnormal kinds.`,
      ],
    },
    {
      kind: 'predict',
      id: 'guess',
      title: t`Two numbers for a heartbeat`,
      text: [
        t`The code has 2 numbers. With 2 numbers PCA makes a quarter of the error of the mean heartbeat.`,
      ],
      question: t`After 800 steps, compared with PCA, the network is`,
      answers: {
        kind: 'choices',
        choices: [
          { id: 'better', label: t`Better` },
          { id: 'worse', label: t`Worse: there is nothing to see in such a curve but up and down` },
        ],
      },
    },
    trainStep({
      id: 'trained',
      title: t`Train it`,
      text: [t`Press **Train**, and watch the curves under **Reconstructions**.`],
      needs: needsSettings({ dataset: 'heartbeats', codeSize: 2 }, { dataset: t`Heartbeats` }),
      trainFor: 800,
      waits: waitsForPca,
      help: [{ kind: 'change', patch: { dataset: 'heartbeats', codeSize: 2 } }],
    }),
    { kind: 'compare', id: 'came', title: t`The same idea, another world`, text: [], of: 'guess', came },
    {
      kind: 'do',
      id: 'drawn',
      title: t`Draw a heartbeat`,
      text: [
        t`The **Drawing pad** takes curves now. Draw one, by hand or with the arrow keys, and see which heartbeat the network takes it for.`,
      ],
      target: { kind: 'region', name: t`Drawing pad` },
      needs: ({ hasDrawing }) => (hasDrawing ? null : t`There is nothing on the drawing pad yet.`),
      help: [{ kind: 'draw' }],
    },
    {
      kind: 'read',
      id: 'on',
      title: t`Where to go from here`,
      text: [
        t`**Apply**, **Sound** takes noise out of a piano note. **Add data** in **Train** takes your own pictures, tables, recordings: they stay in this browser.`,
        t`That was the last lesson. The [glossary](autoencoder) has every word that was used in them.`,
      ],
    },
  ],
};

function came({ trainedMse, trainedPca, trainedMean }: Results): Came | null {
  if (trainedMse === undefined || trainedPca === undefined || trainedMean === undefined) return null;
  const [network, pca, mean] = [lossText(trainedMse), lossText(trainedPca), lossText(trainedMean)];
  const isBetter = trainedMse < trainedPca;
  return {
    answer: isBetter ? 'better' : 'worse',
    text: t`The network’s test MSE is ${network}, that of PCA with 2 numbers ${pca}, that of the mean heartbeat ${mean}.`,
    why: isBetter
      ? t`A wave that comes earlier or later is a shift, and shifts bend through the space of curves: a network can follow the bend, PCA cannot.`
      : t`This is unusual after so many steps: train on, and the network usually passes PCA.`,
  };
}
