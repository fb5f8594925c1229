// What each kind of layer does, in one sentence, and the term of the glossary that says more.
import { t } from '@lingui/core/macro';
import type { TermId } from '../../core/glossary/term-id';

export type LayerRole =
  'input' | 'dense' | 'convolution' | 'code' | 'draws' | 'unfolded' | 'transposed' | 'output';

export interface LayerExplanation {
  readonly text: string;
  readonly term: TermId;
}

/** `draws`: a code whose numbers are drawn from a mean and a spread each. */
export const layerExplanations: Readonly<Record<LayerRole, LayerExplanation>> = {
  input: {
    text: t`What the network reads: one node for each number of the sample.`,
    term: 'sample',
  },
  dense: {
    text: t`Each unit adds up all the numbers of the layer before it, each times a weight, and passes the sum through its activation function.`,
    term: 'hidden-layer',
  },
  convolution: {
    text: t`Each filter is a small window of weights that slides over the layer before it; what it finds at each place is its feature map.`,
    term: 'convolution',
  },
  code: {
    text: t`The few numbers that each sample is squeezed into. They are all that the decoder gets.`,
    term: 'code',
  },
  draws: {
    text: t`Each number of the code has a mean and a spread. In training the decoder gets a value drawn from them, elsewhere the mean.`,
    term: 'reparameterisation',
  },
  unfolded: {
    text: t`A dense layer whose numbers are arranged as feature maps, for the layers after it.`,
    term: 'dense-layer',
  },
  transposed: {
    text: t`A convolution in reverse: each number is spread over a small window, so that the feature maps grow.`,
    term: 'transposed-convolution',
  },
  output: {
    text: t`The reconstruction: one node for each number of the sample. Training brings it close to the original.`,
    term: 'reconstruction',
  },
};
