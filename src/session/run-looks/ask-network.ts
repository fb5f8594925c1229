// What has not been answered yet about the samples of a group, and the questions for it to a network. The samples are those of the moment
// of each question, so that a drawing that changes meanwhile is asked for as it is then.
import { missingPixels, testNoiseStep, type Noise } from '../../catalog/corrupt';
import type { SampleShape } from '../../core/samples/samples';
import { bothInputs, errorsOfBoth } from '../comparison/trial/measured-images';
import type { EngineQuestions } from '../engine/engine-questions';
import type { Answers, GivenSamples, LooksGroup, RunLook } from './look-state';

export type NetworkQuestions = Pick<EngineQuestions, 'reconstruct' | 'mapTestImages' | 'testImages'>;

/** What is not answered for the samples of now, in the order in which a person looks at it. */
export function lackingAnswers(
  { ten, drawing, measured }: Pick<LooksGroup, 'ten' | 'drawing' | 'measured'>,
  answers: Answers,
): (keyof Answers)[] {
  return [
    ...(ten !== null && answers.pictures?.of !== ten ? (['pictures'] as const) : []),
    ...(drawing !== null && answers.drawn?.of !== drawing ? (['drawn'] as const) : []),
    ...(measured !== null && answers.errors?.of !== measured ? (['errors'] as const) : []),
  ];
}

/** Whether there is anything to ask the network of a run. */
export function isLacking(group: LooksGroup, look: RunLook): boolean {
  if (group.failure !== null || look.problem !== null) return false;
  const { test, measured } = group;
  return test === null || measured === null || look.map === null || lackingAnswers(group, look).length > 0;
}

/** The next answer that is missing; null where none is, and `lost` where the network does not answer. */
export async function askNext(
  questions: NetworkQuestions,
  group: LooksGroup,
  look: RunLook,
): Promise<Partial<RunLook> | null | 'lost'> {
  const { test } = group;
  if (test === null) return null;
  const { shape } = test.info;
  const { experiment } = look.entry;
  const [next] = lackingAnswers(group, look);
  // The map comes after what is seen above it, before what takes long.
  if ((next === undefined || next === 'errors') && look.map === null) {
    const map = await questions.mapTestImages(test.indices);
    return map === null ? 'lost' : { map, step: map.step };
  }
  if (next === undefined) return null;
  if (next === 'errors') {
    const { measured } = group;
    if (measured === null) return null;
    const masks = experiment.maskInput === 'on' ? masksOf(measured.noise, test.indices, shape) : null;
    const made = await questions.reconstruct(bothInputs(measured), masks);
    if (made === null) return 'lost';
    return { step: made.step, errors: { of: measured, mse: errorsOfBoth(measured, made.images) } };
  }
  const given = next === 'pictures' ? group.ten : group.drawing;
  if (given === null) return null;
  const masks = experiment.maskInput === 'on' && given.masks ? withNothingMissing(given.masks) : null;
  const made = await questions.reconstruct(bothInputs(given), masks);
  if (made === null) return 'lost';
  return { step: made.step, [next]: rebuilt(given, made.images) };
}

function rebuilt(of: GivenSamples, both: Float32Array): Answers['pictures'] {
  const { length } = of.clean;
  return { of, clean: both.slice(0, length), noisy: both.slice(length) };
}

function masksOf(noise: Noise, indices: Uint32Array, shape: SampleShape): Uint8Array | null {
  const masks = missingPixels(shape, indices, noise, testNoiseStep);
  return masks && withNothingMissing(masks);
}

/** Masks for both inputs: nothing is missing in the clean ones, which come first. */
function withNothingMissing(masks: Uint8Array): Uint8Array {
  const both = new Uint8Array(2 * masks.length);
  both.set(masks, masks.length);
  return both;
}
