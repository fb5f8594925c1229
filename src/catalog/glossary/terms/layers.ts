// What a network is made of.
import { t } from '@lingui/core/macro';
import { controlTexts } from '../../../core/experiment/control-texts';
import { activations } from '../../activations/registry';
import { architectures } from '../../architectures/registry';
import type { GlossaryEntry } from '../entry';
import { diagram } from '../panel-names';

const activation = { view: 'train', control: controlTexts.activation.label } as const;
const architecture = { view: 'train', control: controlTexts.architecture.label } as const;

export const layers = {
  unit: {
    term: t({ message: 'Unit', comment: 'one number that a layer computes; also called neuron' }),
    sentence: t`One of the numbers that a layer computes: a weighted sum of its inputs, passed through the activation function.`,
    formula: String.raw`h_j = \varphi\bigl(\textstyle\sum_i W_{ji}\, x_i + b_j\bigr)`,
    places: [{ view: 'train', control: diagram }, { view: 'components' }],
    sources: ['goodfellow2016'],
    related: ['weights', 'activation-function', 'dense-layer', 'active-unit'],
    alsoCalled: t`neuron, node`,
  },
  weights: {
    term: t`Weights`,
    sentence: t`The numbers in the layers that training changes; together with the biases they are the network’s parameters.`,
    formula: controlTexts.hidden.formula,
    places: [{ view: 'train', control: diagram }],
    sources: ['goodfellow2016'],
    related: ['unit', 'gradient', 'learning-rate', 'weight-decay', 'checkpoint'],
    alsoCalled: t`parameters, kernel`,
  },
  'hidden-layer': {
    term: t`Hidden layer`,
    sentence: t`A layer between the input and the code, or between the code and the output; more of them let the network bend space more.`,
    effect: controlTexts.hidden.summary,
    formula: controlTexts.hidden.formula,
    places: [{ view: 'train', control: controlTexts.hidden.label }],
    sources: ['hinton2006', 'goodfellow2016'],
    related: ['unit', 'dense-layer', 'activation-function', 'encoder'],
    alsoCalled: t`depth, width`,
  },
  'dense-layer': {
    term: t`Dense layer`,
    sentence: t`A layer in which every unit is connected to every unit of the layer before, each connection with a weight of its own.`,
    effect: architectures.dense.summary,
    formula: String.raw`h = \varphi(W x + b)`,
    places: [architecture, { view: 'train', control: controlTexts.hidden.label }],
    sources: ['goodfellow2016'],
    related: ['convolution', 'hidden-layer', 'unit', 'weights'],
    alsoCalled: t`fully connected layer`,
  },
  convolution: {
    term: t`Convolution`,
    sentence: t`A layer that slides small filters over its input and writes how well each fits at every place; here it moves two places at a time, which halves the size.`,
    effect: architectures.convolutional.summary,
    formula: String.raw`h_{u} = \varphi\bigl(\textstyle\sum_{v} W_{v}\, x_{2u + v} + b\bigr)`,
    places: [architecture, { view: 'train', control: controlTexts.convLayers.label }],
    sources: ['lecun1998', 'dumoulin2016'],
    related: ['transposed-convolution', 'dense-layer', 'weights'],
    alsoCalled: t`filter, feature map, stride`,
  },
  'transposed-convolution': {
    term: t`Transposed convolution`,
    sentence: t`A convolution run backwards: each value stamps its filter onto a larger output, which doubles the size on the way to the reconstruction.`,
    places: [architecture],
    sources: ['dumoulin2016'],
    related: ['convolution', 'decoder'],
    alsoCalled: t`deconvolution, upsampling`,
  },
  'activation-function': {
    term: t`Activation function`,
    sentence: t`The function that each unit’s sum is passed through; without one, any number of layers can do no more than a single one.`,
    formula: String.raw`h = \varphi(a)`,
    places: [
      activation,
      { view: 'train', control: controlTexts.codeActivation.label },
      { view: 'train', control: controlTexts.outputActivation.label },
    ],
    sources: ['goodfellow2016'],
    related: ['relu', 'elu', 'tanh', 'sigmoid', 'linear-activation', 'unit'],
    alsoCalled: t`nonlinearity`,
  },
  relu: {
    term: activations.relu.label,
    sentence: t`The rectifier: it keeps what is above 0 and makes everything else 0, so units can be exactly off.`,
    effect: activations.relu.summary,
    formula: activations.relu.formula,
    places: [activation],
    sources: ['nair2010'],
    related: ['activation-function', 'elu', 'active-unit'],
    alsoCalled: t`rectified linear unit`,
  },
  elu: {
    term: activations.elu.label,
    sentence: t`A rectifier that falls off smoothly to −1 below 0, so units that are off still pass a gradient.`,
    effect: activations.elu.summary,
    formula: activations.elu.formula,
    places: [activation],
    sources: ['clevert2016'],
    related: ['activation-function', 'relu'],
    alsoCalled: t`exponential linear unit`,
  },
  tanh: {
    term: activations.tanh.label,
    sentence: t`The hyperbolic tangent, an S-shaped function from −1 to 1.`,
    effect: activations.tanh.summary,
    formula: activations.tanh.formula,
    places: [activation],
    sources: ['goodfellow2016'],
    related: ['activation-function', 'sigmoid'],
    alsoCalled: t`hyperbolic tangent`,
  },
  sigmoid: {
    term: activations.sigmoid.label,
    sentence: t`The logistic function, an S-shaped function from 0 to 1; on the output it makes pixels, on the code it makes activations that can be counted as shares.`,
    effect: activations.sigmoid.summary,
    formula: activations.sigmoid.formula,
    places: [
      { view: 'train', control: controlTexts.outputActivation.label },
      { view: 'train', control: controlTexts.codeActivation.label },
    ],
    sources: ['goodfellow2016'],
    related: ['activation-function', 'binary-cross-entropy', 'target-activation'],
    alsoCalled: t`logistic function`,
  },
  'linear-activation': {
    term: t`Linear activation`,
    sentence: t`No activation function at all: the unit’s sum is passed on as it is.`,
    effect: activations.linear.summary,
    formula: activations.linear.formula,
    places: [activation, { view: 'train', control: controlTexts.codeActivation.label }],
    sources: ['baldi1989'],
    related: ['activation-function', 'linear-autoencoder', 'pca'],
    alsoCalled: t`identity`,
  },
} satisfies Record<string, GlossaryEntry>;
