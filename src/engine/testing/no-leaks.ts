// Fails every test of a file, or of a `describe`, that leaves tensors behind.
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, expect } from 'vitest';

/** @param alsoOnCard whether the memory of the graphics card must be as before too; WebGL counts it */
export function expectNoLeaks(alsoOnCard = false): void {
  let before: Record<string, number> = {};
  beforeEach(() => {
    before = counted(alsoOnCard);
  });
  afterEach(() => {
    expect(counted(alsoOnCard)).toEqual(before);
  });
}

function counted(alsoOnCard: boolean): Record<string, number> {
  const { numTensors, numDataBuffers, ...memory } = tf.memory();
  const { numBytesInGPU = 0 } = memory as { numBytesInGPU?: number };
  return { numTensors, numDataBuffers, ...(alsoOnCard && { numBytesInGPU }) };
}
