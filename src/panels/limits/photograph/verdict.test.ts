import { describe, expect, it } from 'vitest';
import { photographVerdict, type PhotographErrors } from './verdict';

const errors: PhotographErrors = {
  network: 0.06,
  pca: 0.03,
  photographPca: 0.01,
  flat: 0.02,
  codeSize: 16,
  pcaSize: 16,
  sampleSize: 784,
  trainedOn: 'MNIST',
  knowsPhotographs: false,
  isTrained: true,
};
const said = (patch: Partial<PhotographErrors>) => photographVerdict({ ...errors, ...patch }).join(' ');

describe('the sentence about a photograph follows from its numbers', () => {
  it('a narrow code does worse than one colour for each tile', () => {
    expect(said({})).toBe(
      'The network’s error is 6 times as large as that of PCA fitted to photographs, each with 16 numbers per tile. ' +
        'Painting each tile in its mean colour would be better: what MNIST taught it does not describe this. ' +
        'PCA fitted to MNIST does better: the network’s error is 2 times as large.',
    );
  });

  it('a wide one may copy it', () => {
    expect(said({ network: 0.0011, photographPca: 0.001, pca: 0.002, codeSize: 128, pcaSize: 128 })).toBe(
      'The network’s error is 1.1 times as large as that of PCA fitted to photographs, each with 128 numbers per tile. ' +
        'The picture comes through although the network was trained on MNIST alone: 128 numbers for 784 values are enough to copy much of what it has never seen. ' +
        'PCA fitted to MNIST does worse: its error is 1.82 times as large.',
    );
  });

  it('in between, what comes through is not held to be good', () => {
    expect(said({ network: 0.019, pca: 0.019 })).toContain(
      'The picture comes through, but what the 16 numbers stand for',
    );
    expect(said({ network: 0.019, pca: 0.019 })).toContain('PCA fitted to MNIST does as well.');
  });

  it('of a network trained on photographs nothing is said of what it never saw', () => {
    const text = said({ network: 0.009, knowsPhotographs: true, trainedOn: 'Photograph patches' });
    expect(text).toBe(
      'The network’s error is 1.11 times smaller than that of PCA fitted to photographs, each with 16 numbers per tile. ' +
        'It was trained on photographs, so this one is nothing new to it.',
    );
  });

  it('PCA that has fewer numbers is said to', () => {
    expect(said({ codeSize: 256, pcaSize: 128 })).toContain('with 256 numbers per tile, and 128 for PCA.');
  });

  it('an untrained network is not judged', () => {
    expect(said({ isTrained: false })).toBe(
      'The network has not been trained yet: what it makes of anything is noise.',
    );
  });
});
