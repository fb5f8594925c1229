// What changes over the epochs of a run: the learning rate under its schedule, and beta during warm-up.
import type { Experiment } from './experiment';

/** The cosine ends at this share of the learning rate, not at 0, so that a longer run still learns. */
export const cosineFloor = 0.01;

type Scheduled = Pick<Experiment, 'learningRate' | 'schedule' | 'scheduleEpochs'>;

/**
 * The learning rate after `epoch` epochs (fractional). Cosine: half a period over `scheduleEpochs`, then constant
 * (Loshchilov & Hutter 2017, without restarts). Step: halved every `scheduleEpochs`.
 */
export function learningRateAt({ learningRate, schedule, scheduleEpochs }: Scheduled, epoch: number): number {
  switch (schedule) {
    case 'constant':
      return learningRate;
    case 'cosine': {
      const share = Math.min(1, epoch / scheduleEpochs);
      return learningRate * (cosineFloor + ((1 - cosineFloor) * (1 + Math.cos(Math.PI * share))) / 2);
    }
    case 'step':
      return learningRate * 0.5 ** Math.floor(epoch / scheduleEpochs);
    default:
      return schedule satisfies never;
  }
}

/** The weight of the KL term after `epoch` epochs (fractional): rises linearly over `betaWarmUp` epochs. */
export function betaAt({ beta, betaWarmUp }: Pick<Experiment, 'beta' | 'betaWarmUp'>, epoch: number): number {
  return betaWarmUp > 0 ? beta * Math.min(1, epoch / betaWarmUp) : beta;
}
