// What the page asks the network of a run: answers come between two steps, with the weights of the step they name.
// Any run in the engine can be asked: the main one, or one that is compared. Null: there is no engine or no such run, or the engine was lost while it was asked.
import { proxy } from 'comlink';
import type {
  AskingApi,
  Decoded,
  Encoded,
  EncodedTraining,
  Generated,
  TestMap,
} from '../../core/engine-api/asking';
import type { ScoreKind } from '../../core/anomaly/score-kind';
import type { ScoredSamples, ScoredSets } from '../../core/engine-api/scoring';
import type { StepTrace, TracedSample } from '../../core/engine-api/tracing';
import type { LayerActivations, TurnedOutput, UnitLook, UnitTurn } from '../../core/engine-api/units';
import type { UnitPlace } from '../../core/units/layer-units';
import type { RunId, Stamp } from '../../core/run/stamp';
import type { EngineSupervisor } from './supervisor-ports';

export interface EngineQuestions {
  /** Test image `index` through the network, and its class. */
  readonly inspect: EngineAnswer<'inspect'>;
  /** Images of codes `[n, codeSize]`. */
  readonly decode: (codes: Float32Array) => Promise<Decoded | null>;
  /** Codes of images `[n, sampleSize]`, pixels in [0, 1]. */
  readonly encode: (images: Float32Array) => Promise<Encoded | null>;
  /** Images `[n, sampleSize]` through the whole network, under one set of weights; `masks` for a network that reads them. */
  readonly reconstruct: (images: Float32Array, masks?: Uint8Array | null) => Promise<Decoded | null>;
  /** One image from several draws of its Gaussian code, one for each row of standard normal `draws` `[n, codeSize]`. */
  readonly redraw: (
    image: Float32Array,
    mask: Uint8Array | null,
    draws: Float32Array,
  ) => Promise<Decoded | null>;
  /**
   * Images of random codes, one for each row of standard normal `draws` `[n, codeSize]`.
   * @param fitTo training images to fit a Gaussian to, for a code that has no prior
   */
  readonly generate: (draws: Float32Array, fitTo: number) => Promise<Generated | null>;
  /** Codes of the first `count` training images. */
  readonly encodeTraining: (count: number) => Promise<EncodedTraining | null>;
  /** Anomaly scores of the test set and of held-out samples; `cancelScores`, or asking again, ends it. */
  readonly scoreSets: (kind: ScoreKind, onShare: (share: number) => void) => Promise<ScoredSets | null>;
  readonly cancelScores: () => void;
  /** Anomaly scores of samples `[n, sampleSize]`, and their reconstructions. */
  readonly scoreSamples: (kind: ScoreKind, samples: Float32Array) => Promise<ScoredSamples | null>;
  /** Clean test images at these places, `[n, sampleSize]`. */
  readonly testImages: (indices: Uint32Array) => Promise<Float32Array | null>;
  /** A map of the test images at these places, whose points and classes are in the same order. */
  readonly mapTestImages: (indices: Uint32Array) => Promise<TestMap | null>;
  /** A whole recording that samples were cut from, `[length, channels]`. */
  readonly recording: (index: number) => Promise<Float32Array | null>;
  /** One training step, and what happened in it to one sample of its batch. */
  readonly traceStep: (row: number) => Promise<StepTrace | null>;
  /** Another sample of that step, or another draw of its code. */
  readonly traceSample: (row: number, noise: Float32Array | null) => Promise<(TracedSample & Stamp) | null>;
  /** A unit for the sample in focus: its weights, what it adds. */
  readonly lookAtUnit: (place: UnitPlace) => Promise<UnitLook | null>;
  /** The output for the sample in focus with one unit turned. */
  readonly turnUnit: (place: UnitPlace, turn: UnitTurn) => Promise<TurnedOutput | null>;
  /** The units of a layer over the test set; `cancelLayerActivations`, or asking again, ends it. */
  readonly layerActivations: (
    boundary: number,
    onShare: (share: number) => void,
  ) => Promise<LayerActivations | null>;
  readonly cancelLayerActivations: () => void;
}

/** A question of the engine without the run that it is about. */
type EngineAnswer<Question extends keyof AskingApi> = AskingApi[Question] extends (
  runId: RunId,
  ...given: infer Given
) => infer Answer
  ? (...given: Given) => Answer
  : never;

/** @param runId the run that is asked */
export function createEngineQuestions(
  { ask, send }: Pick<EngineSupervisor, 'ask' | 'send'>,
  runId: () => RunId,
): EngineQuestions {
  return {
    inspect: (index) => ask((engine) => engine.inspect(runId(), index)),
    decode: (codes) => ask((engine) => engine.decode(runId(), codes)),
    encode: (images) => ask((engine) => engine.encode(runId(), images)),
    reconstruct: (images, masks) => ask((engine) => engine.reconstruct(runId(), images, masks)),
    redraw: (image, mask, draws) => ask((engine) => engine.redraw(runId(), image, mask, draws)),
    generate: (draws, fitTo) => ask((engine) => engine.generate(runId(), draws, fitTo)),
    encodeTraining: (count) => ask((engine) => engine.encodeTraining(runId(), count)),
    scoreSets: (kind, onShare) => ask((engine) => engine.scoreSets(runId(), kind, proxy(onShare))),
    cancelScores: () => send((engine) => engine.cancelScores()),
    scoreSamples: (kind, samples) => ask((engine) => engine.scoreSamples(runId(), kind, samples)),
    testImages: (indices) => ask((engine) => engine.testImages(runId(), indices)),
    mapTestImages: (indices) => ask((engine) => engine.mapTestImages(runId(), indices)),
    recording: (index) => ask((engine) => engine.recording(runId(), index)),
    traceStep: (row) => ask((engine) => engine.traceStep(runId(), row)),
    traceSample: (row, noise) => ask((engine) => engine.traceSample(runId(), row, noise)),
    lookAtUnit: (place) => ask((engine) => engine.lookAtUnit(runId(), place)),
    turnUnit: (place, turn) => ask((engine) => engine.turnUnit(runId(), place, turn)),
    layerActivations: (boundary, onShare) =>
      ask((engine) => engine.layerActivations(runId(), boundary, proxy(onShare))),
    cancelLayerActivations: () => send((engine) => engine.cancelLayerActivations()),
  };
}
