// What an autoencoder is. Seen here (WebAssembly, two cores, seeds 1 and 2): 300 steps take 1 to 3 s; test MSE .022 and .021 after them,
// where the mean image has .0675.
import { t } from '@lingui/core/macro';
import { durationText, lossText } from '../../../core/number-text';
import { noteTest, trainStep } from '../asking';
import type { Came, Lesson, Results } from '../lesson';

const train = trainStep({
  id: 'trained',
  title: t`Let it learn`,
  text: [
    t`Press **Train**, and watch the row **Reconstructed** under the row **Original**. These are test images: the network never trains on them.`,
    t`Training pauses by itself.`,
  ],
});

export const autoencoder: Lesson = {
  id: 'autoencoder',
  title: t`What an autoencoder is`,
  summary: t`A network that copies its input, with too little room to copy it.`,
  minutes: 3,
  experiment: { hidden: [128] },
  place: 'train',
  steps: [
    {
      kind: 'read',
      id: 'what',
      title: t`A copy through a narrow waist`,
      lookAt: { kind: 'panel', panel: 'diagram' },
      text: [
        t`An [autoencoder](autoencoder) is a network that is asked for something dull: to give back the image that it is shown.`,
        t`The catch is its shape, drawn at the top of **Train**. In the middle it is far too narrow for the whole image. To give the image back all the same, it must find out what images of this kind have in common.`,
        t`At first all of its weights are random. Look at **Reconstructions**: what comes out is grey mush.`,
      ],
    },
    {
      kind: 'predict',
      id: 'time',
      title: t`How long will it take?`,
      lookAt: { kind: 'panel', panel: 'reconstructions' },
      text: [t`In a moment you train it on the spot, in this browser, on 60,000 handwritten digits.`],
      question: t`How long until you can recognise the digits that it rebuilds?`,
      answers: {
        kind: 'choices',
        choices: [
          { id: 'seconds', label: t`Seconds` },
          { id: 'minutes', label: t`Minutes` },
          { id: 'hours', label: t`Hours` },
        ],
      },
    },
    train,
    {
      kind: 'compare',
      id: 'took',
      title: t`What you saw`,
      lookAt: { kind: 'panel', panel: 'reconstructions' },
      text: [],
      of: 'time',
      came,
    },
    {
      kind: 'do',
      id: 'drawing',
      title: t`Draw a digit of your own`,
      text: [
        t`Draw a digit on the **Drawing pad**. The network rebuilds your drawing as you draw it: nothing but the images themselves told it what digits look like.`,
        t`Then draw something that is no digit, a house or a star, and see what becomes of it.`,
      ],
      target: { kind: 'region', name: t`Drawing pad` },
      needs: ({ hasDrawing }) => (hasDrawing ? null : t`There is nothing on the drawing pad yet.`),
      note: noteTest('drawn'),
      help: [{ kind: 'draw' }],
    },
  ],
};

function came({ trainedMse, trainedMean, trainedSeconds }: Results): Came | null {
  if (trainedMse === undefined || trainedMean === undefined || trainedSeconds === undefined) return null;
  const [error, meanError, time] = [
    lossText(trainedMse),
    lossText(trainedMean),
    durationText(trainedSeconds),
  ];
  return {
    answer: trainedSeconds < 60 ? 'seconds' : trainedSeconds < 3600 ? 'minutes' : 'hours',
    text: t`It trained for ${time}. Its error on test images is now ${error}. Answering every image with the average of all digits would give ${meanError}.`,
    why:
      trainedMse < 0.6 * trainedMean
        ? t`Digits have much in common, so a small network learns quickly what they share.`
        : t`This is unusual: by now its error is usually far below that of the average image. Train on, and it will be.`,
  };
}
