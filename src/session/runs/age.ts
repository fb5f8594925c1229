// Whether a measured number is of now (docs/decisions/0019).
import { runStatus, type Run } from './run';

/** While a run trains, a number of at most this share of its steps ago is current. */
const currentShare = 0.05;

/** `current`: of this very step. `recent`: of a step so near that it says the same of a run that trains. */
export type Age = 'current' | 'recent' | 'older';

/** @param step of the weights that were measured; it may be ahead of the steps that training has reported */
export function ageOf(step: number, run: Pick<Run, 'step' | 'stage' | 'wantsTraining' | 'waiting'>): Age {
  if (step === run.step) return 'current';
  const isNear = Math.abs(run.step - step) <= currentShare * run.step;
  return isNear && runStatus(run) === 'training' ? 'recent' : 'older';
}
