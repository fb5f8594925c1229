// More than one answer to a hole: the answer fed back with the known pixels restored, and several draws of a Gaussian code.
import type { StoreApi } from 'zustand/vanilla';
import { standardDraws } from '../../core/latent/fitted-gaussian';
import type { Filling } from '../../core/inpainting/inpainting-api';
import { filledIn, holeError } from '../../core/inpainting/mask';
import type { EngineQuestions } from '../engine/engine-questions';
import type { InpaintingState } from './inpainting';

type Store = StoreApi<InpaintingState>;

/**
 * The first answer, then `times` more, each to the one before with the known pixels restored. The network is told that the same
 * pixels are missing, as they are still a guess. Shows each step as it comes.
 */
export async function iterateFilling(
  { reconstruct }: EngineQuestions,
  store: Store,
  times: number,
): Promise<void> {
  const asked = store.getState();
  const { original, damaged, mask, shape } = asked;
  if (original === null || damaged === null || shape === null) return;
  const steps: Filling[] = [];
  let input = damaged;
  for (let time = 0; time <= times; time++) {
    const answer = await reconstruct(input, mask);
    if (answer === null || !isStill(store, asked)) return;
    const filling = fillingOf(answer.images, asked);
    if (filling === null) return;
    steps.push(filling);
    input = filling.filled;
    store.setState({ iterated: { runId: answer.runId, step: answer.step, steps: [...steps] } });
  }
}

/** `count` answers from as many draws of q(z | damaged), others at every call. */
export async function drawFillings(
  { redraw }: EngineQuestions,
  store: Store,
  count: number,
  codeSize: number,
): Promise<void> {
  const asked = store.getState();
  const { damaged, mask, shape } = asked;
  if (damaged === null || shape === null) return;
  const draws = standardDraws(count, codeSize, (Math.random() * 2 ** 31) | 0);
  const answer = await redraw(damaged, mask, draws);
  if (answer === null || !isStill(store, asked)) return;
  const size = damaged.length;
  const fillings = Array.from({ length: count }, (_, row) =>
    fillingOf(answer.images.slice(row * size, (row + 1) * size), asked),
  ).filter((filling) => filling !== null);
  store.setState({ draws: { runId: answer.runId, step: answer.step, fillings } });
}

function fillingOf(raw: Float32Array, { original, mask, shape }: InpaintingState): Filling | null {
  if (original === null || shape === null) return null;
  return {
    raw,
    filled: filledIn(original, raw, mask, shape),
    holeMse: holeError(original, raw, mask, shape),
  };
}

function isStill(store: Store, { original, mask }: InpaintingState): boolean {
  const now = store.getState();
  return now.original === original && now.mask === mask;
}
