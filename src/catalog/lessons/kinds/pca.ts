// PCA is the linear case (Baldi & Hornik 1989). Seen here (seeds 1 and 2): a linear network with a code of 8 has a test MSE of .0379 and
// .0378 after 300 steps, .0377 after 650; PCA has .0374. With ReLU: .0319 and .0314 after 450.
import { t } from '@lingui/core/macro';
import { fixedText, lossText } from '../../../core/number-text';
import { needsSettings, trainStep, waitsForPca } from '../asking';
import type { Came, Lesson, Results } from '../lesson';

const linear = t({ message: 'Linear', comment: 'An activation function, as in its list' });
const who = [
  { id: 'pca', label: t`PCA, clearly` },
  { id: 'equal', label: t`They come out about equal` },
  { id: 'network', label: t`The network, clearly` },
];

export const pcaLesson: Lesson = {
  id: 'pca',
  title: t`PCA is the linear case`,
  summary: t`Take the curves out of a network, and what remains is a method from 1901.`,
  minutes: 4,
  experiment: { hidden: [64], codeSize: 8, activation: 'linear', outputActivation: 'linear' },
  place: 'train',
  steps: [
    {
      kind: 'read',
      id: 'what',
      title: t`Straight lines only`,
      text: [
        t`Principal component analysis, [PCA](pca), finds the directions along which the images differ most, and describes each image by how far along each of them it lies. No training, no layers; it can be computed in one go.`,
        t`The network that you have now is unusual: all its [activations](activation-function) are linear, so it can only scale, add and subtract. Its code has 8 numbers, and PCA gets 8 as well.`,
      ],
    },
    {
      kind: 'predict',
      id: 'linear-wins',
      title: t`Network against PCA`,
      text: [t`You train the linear network for 400 steps.`],
      question: t`Which has the smaller error on test images?`,
      answers: { kind: 'choices', choices: who },
    },
    trainStep({
      id: 'linear',
      title: t`Train the linear network`,
      text: [t`Press **Train**, and compare **Test MSE** with **PCA** at the top.`],
      needs: needsSettings({ codeSize: 8, activation: 'linear' }, { activation: linear }),
      trainFor: 400,
      waits: waitsForPca,
      help: [{ kind: 'change', patch: { codeSize: 8, activation: 'linear' } }],
    }),
    {
      kind: 'compare',
      id: 'linear-came',
      title: t`The same answer, found slowly`,
      text: [],
      of: 'linear-wins',
      came: cameOf('linear'),
    },
    {
      kind: 'predict',
      id: 'curved-wins',
      title: t`Now with a bend`,
      text: [
        t`[ReLU](relu) is the smallest bend there is: negative sums become 0. It goes into the hidden layers; everything else stays.`,
      ],
      question: t`After 400 steps with ReLU: which has the smaller error?`,
      answers: { kind: 'choices', choices: who },
    },
    {
      ...trainStep({
        id: 'curved',
        title: t`Let it bend`,
        text: [
          t`Under **Training**, **Advanced**, set **Hidden activation** to **ReLU**. The network begins again. Press **Train**.`,
        ],
        needs: needsSettings({ codeSize: 8, activation: 'relu' }, { activation: 'ReLU' }),
        trainFor: 400,
        waits: waitsForPca,
        help: [{ kind: 'change', patch: { codeSize: 8, activation: 'relu' } }],
      }),
      target: { kind: 'setting', setting: 'activation' },
    },
    {
      kind: 'compare',
      id: 'curved-came',
      title: t`What a bend buys`,
      text: [],
      of: 'curved-wins',
      came: cameOf('curved'),
    },
  ],
};

/** @param name of the step that measured it */
function cameOf(name: 'linear' | 'curved') {
  return (results: Results): Came | null => {
    const [mse, pca] = [results[`${name}Mse`], results[`${name}Pca`]];
    if (mse === undefined || pca === undefined) return null;
    const ratio = mse / pca;
    const [error, pcaError, times] = [lossText(mse), lossText(pca), fixedText(ratio, 2)];
    const answer = ratio > 1.05 ? 'pca' : ratio > 0.95 ? 'equal' : 'network';
    const why =
      name === 'linear'
        ? {
            equal: t`A linear network under squared error can at best span the same directions as PCA, and training has nearly found them (Baldi and Hornik 1989).`,
          }
        : {
            network: t`With bends the decoder can follow a curved surface, and digits lie on curved surfaces rather than flat ones.`,
          };
    return {
      answer,
      text: t`The network’s test MSE is ${error}, PCA’s is ${pcaError}: ${times} times as much.`,
      why:
        why[answer as keyof typeof why] ??
        t`This is unusual: after so many steps it usually comes out differently. Train on, and look again.`,
    };
  };
}
