import { describe, expect, it } from 'vitest';
import { networkPlan } from '../../catalog/architectures/registry';
import { defaultExperiment, type ExperimentPatch } from '../../core/experiment/experiment';
import { boundaryName, compressionText } from './words';

function names(patch: ExperimentPatch): string[] {
  const plan = networkPlan({ ...defaultExperiment, ...patch }, [28, 28, 1]);
  return plan.boundaries.map((_, index) => boundaryName(plan, index));
}

describe('the words of the diagram', () => {
  it('name the layers of a dense network', () => {
    expect(names({ hidden: [64] })).toEqual([
      'Input',
      'Hidden layer 1 of the encoder (ReLU)',
      'Code, the bottleneck (Linear)',
      'Hidden layer 1 of the decoder (ReLU)',
      'Output (Sigmoid)',
    ]);
  });

  it('name the layers of a convolutional network with a Gaussian code', () => {
    expect(names({ architecture: 'convolutional', convLayers: 2, codeKind: 'gaussian' })).toEqual([
      'Input',
      'Convolution 1 of the encoder (ReLU)',
      'Convolution 2 of the encoder (ReLU)',
      'Code, the bottleneck, a mean μ and a spread σ each',
      'Dense layer of the decoder, unfolded into feature maps (ReLU)',
      'Transposed convolution 1 of the decoder (ReLU)',
      'Output (Sigmoid)',
    ]);
  });

  it('tell the compression truthfully, also where there is none', () => {
    expect(compressionText(784, 16, 16)).toBe('784 numbers to 16 · 49 : 1');
    expect(compressionText(784, 1, 1)).toBe('784 numbers to 1 · 784 : 1');
    expect(compressionText(784, 128, 128)).toBe('784 numbers to 128 · 6.1 : 1');
    expect(compressionText(784, 784, 784)).toBe('784 numbers to 784 · 1 : 1');
    expect(compressionText(784, 1024, 1024)).toBe('784 numbers to 1,024 · longer than the input, 1 : 1.31');
  });

  it('say where a hidden layer is narrower than the code', () => {
    expect(compressionText(784, 128, 8)).toBe('784 numbers to 8, then 128 · 98 : 1');
    expect(names({ hidden: [256, 8], codeSize: 128 })).toEqual([
      'Input',
      'Hidden layer 1 of the encoder (ReLU)',
      'Hidden layer 2 of the encoder (ReLU), narrower than the code',
      'Code (Linear)',
      'Hidden layer 1 of the decoder (ReLU), narrower than the code',
      'Hidden layer 2 of the decoder (ReLU)',
      'Output (Sigmoid)',
    ]);
  });
});
