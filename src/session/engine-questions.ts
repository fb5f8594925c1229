// What the page asks the network of the main run: answers come between two steps, with the weights of the step they name.
// Null: there is no engine or no run to ask, or the engine was lost while it was asked.
import type { Decoded, Encoded, EncodedTraining } from '../core/engine-api';
import type { EngineCalls } from './engine-client';

export interface EngineQuestions {
  /** Images of codes `[n, codeSize]`. */
  readonly decode: (codes: Float32Array) => Promise<Decoded | null>;
  /** Codes of images `[n, sampleSize]`, pixels in [0, 1]. */
  readonly encode: (images: Float32Array) => Promise<Encoded | null>;
  /** Codes of the first `count` training images. */
  readonly encodeTraining: (count: number) => Promise<EncodedTraining | null>;
  /** Clean test images at these places, `[n, sampleSize]`. */
  readonly testImages: (indices: Uint32Array) => Promise<Float32Array | null>;
}

/** @param calls the engine, or null while there is none */
export function createEngineQuestions(calls: () => EngineCalls | null): EngineQuestions {
  const ask = async <T>(question: (engine: EngineCalls) => Promise<T | null>): Promise<T | null> => {
    const engine = calls();
    return engine ? question(engine).catch(() => null) : null;
  };
  return {
    decode: (codes) => ask((engine) => engine.decode(codes)),
    encode: (images) => ask((engine) => engine.encode(images)),
    encodeTraining: (count) => ask((engine) => engine.encodeTraining(count)),
    testImages: (indices) => ask((engine) => engine.testImages(indices)),
  };
}
