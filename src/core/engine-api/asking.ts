// What the page asks the network of a run. A question is answered between two training steps, with the weights of the step
// that the answer names; the answer is null when there is no such run.
import type { RunId, Stamp } from '../run/stamp';
import type { ForwardPass, LatentMap } from './looking';

/** Images that the decoder makes of codes, with the weights of `step`. */
export interface Decoded extends Stamp {
  /** `[n, sampleSize]`, pixels in [0, 1]. */
  images: Float32Array;
}

/** Samples of a run: decoded from codes that were drawn at random, with the weights of `step`. */
export interface Generated extends Decoded {
  /** Training images whose codes the Gaussian was fitted to; 0 where it was the prior N(0, I) of a Gaussian code. */
  fittedTo: number;
}

/** Codes that the encoder makes of images, with the weights of `step`. */
export interface Encoded extends Stamp {
  /** `[n, codeSize]`; `zMean` of a Gaussian code. */
  codes: Float32Array;
}

/** Codes of the first images that are trained on, and their classes, `[n]`. */
export interface EncodedTraining extends Encoded {
  labels: Uint16Array;
}

/** The codes of chosen test images as points of a plane: a map of these images alone. */
export type TestMap = Stamp & Pick<LatentMap, 'points' | 'labels' | 'axes' | 'explained'>;

/** Questions; each names the run it is about. */
export interface AskingApi {
  /** Runs test image `index` through the network; null when there is no such run or image. */
  inspect(runId: RunId, index: number): Promise<(ForwardPass & Stamp & { label: number }) | null>;
  /** Decodes codes `[n, codeSize]`. Null when there is no such run, or when its code size differs. */
  decode(runId: RunId, codes: Float32Array): Promise<Decoded | null>;
  /** Encodes images `[n, sampleSize]`, pixels in [0, 1]; null as in `decode`. */
  encode(runId: RunId, images: Float32Array): Promise<Encoded | null>;
  /**
   * Encodes and decodes images `[n, sampleSize]` as they are given, a Gaussian code by its mean; null as in `decode`.
   * @param masks which of their pixels are missing, `[n, pixels]`, for a network that reads masks
   */
  reconstruct(runId: RunId, images: Float32Array, masks?: Uint8Array | null): Promise<Decoded | null>;
  /**
   * Several reconstructions of one image `[sampleSize]`, each from another code drawn from q(z | image): one for each row of
   * standard normal `draws`, `[n, codeSize]`. Null as in `decode`, and where the code is not Gaussian.
   */
  redraw(
    runId: RunId,
    image: Float32Array,
    mask: Uint8Array | null,
    draws: Float32Array,
  ): Promise<Decoded | null>;
  /**
   * Decodes one random code for each row of standard normal `draws`, `[n, codeSize]`: from N(0, I) where the code is
   * Gaussian, else from a Gaussian fitted to the codes of the first `fitTo` images that are trained on, clean, or of as many as
   * have loaded. Null as in `decode`, and where there is nothing to fit to.
   */
  generate(runId: RunId, draws: Float32Array, fitTo: number): Promise<Generated | null>;
  /** Codes of the first `count` images that are trained on, clean, or of as many as have loaded. */
  encodeTraining(runId: RunId, count: number): Promise<EncodedTraining | null>;
  /** Test images at these indices, clean, `[n, sampleSize]`, pixels in [0, 1]; null before they have loaded. */
  testImages(runId: RunId, indices: Uint32Array): Promise<Float32Array | null>;
  /** A map of the test images at these indices, whose points and classes are in the same order; null before they have loaded. */
  mapTestImages(runId: RunId, indices: Uint32Array): Promise<TestMap | null>;
  /**
   * A whole recording, put together from the windows that were cut from it: `[length, channels]` in the values of samples; not a
   * number where no window is. Null before all data has arrived, and where there is no such recording.
   * @param index among the recordings of the data set
   */
  recording(runId: RunId, index: number): Promise<Float32Array | null>;
}
