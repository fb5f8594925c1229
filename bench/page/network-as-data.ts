// A network of the speed bench as plain data, for a contender that runs outside the browser.
import { networkPlan } from '../../src/catalog/architectures/registry';
import { initialCheckpoint } from '../../src/engine/network/weights/initial-weights';
import { codeNoise, trainingImages } from './contenders/training-images';
import { adam, networks, signalLengths, type NetworkId } from './networks';

/** `settings` is JSON; the others are base64: weights and noise of float32, images of bytes. */
export interface NetworkAsData {
  settings: string;
  weights: string;
  images: string;
  /** Nothing for a code without noise. */
  noise: string;
}

/** @param atMost images; cut to whole batches */
export async function networkAsData(network: NetworkId, atMost: number): Promise<NetworkAsData> {
  const experiment = networks[network];
  const { batchSize, codeSize, learningRate } = experiment;
  const samples = await trainingImages(atMost, batchSize, signalLengths[network]);
  const { layers, codeBoundary, boundaries } = networkPlan(experiment, samples.shape);
  const isGaussian = experiment.codeKind === 'gaussian';
  const settings = {
    ...{ layers, batchSize, codeSize, learningRate, isGaussian, ...adam, images: samples.count },
    ...{ codeStage: codeBoundary, lastStage: boundaries.length - 1 },
  };
  return {
    settings: JSON.stringify(settings),
    weights: base64(initialCheckpoint(experiment, samples.shape).weights),
    images: base64([samples.values]),
    noise: base64(isGaussian ? codeNoise(experiment, samples.count) : []),
  };
}

function base64(parts: readonly (Float32Array | Uint8Array)[]): string {
  const bytes = new Uint8Array(parts.reduce((size, { byteLength }) => size + byteLength, 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of parts) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  let text = '';
  // Whole triples, so that the pieces can be joined.
  const piece = 3 * 8192;
  for (let from = 0; from < bytes.length; from += piece)
    text += btoa(String.fromCharCode(...bytes.subarray(from, from + piece)));
  return text;
}
