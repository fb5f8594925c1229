// Early stopping (Prechelt 1998, "Early Stopping – But When?"): training pauses once the validation loss has not improved for
// some epochs, and the weights of the best loss are kept. Measured on the weights at the very end of an epoch, so that the same
// experiment stops at the same step on every machine.
import type { BestTaken } from '../../../core/engine-api/events';
import { measuredSettings } from '../../../core/experiment/change';
import type { Experiment, ExperimentPatch } from '../../../core/experiment/experiment';
import { stopsEarly } from '../../../core/experiment/rules';
import { betaAt } from '../../../core/experiment/schedule';
import type { Checkpoint, EarlyStoppingState } from '../../../core/run/checkpoint';
import type { OpenDataset } from '../../dataset/dataset-slot';
import type { Network } from '../../network/network';
import { measure } from '../../views/measuring/evaluation';

export class EarlyStopping {
  #state: EarlyStoppingState | null;
  readonly #dataset: Pick<OpenDataset, 'subsetOf'>;
  readonly #send: (best: Omit<BestTaken, 'runId'>) => void;

  /**
   * @param start the checkpoint that the run starts from
   * @param send gets the weights that are the best so far
   */
  constructor(
    { earlyStopping }: Checkpoint,
    dataset: Pick<OpenDataset, 'subsetOf'>,
    send: (best: Omit<BestTaken, 'runId'>) => void,
  ) {
    this.#state = earlyStopping ?? null;
    this.#dataset = dataset;
    this.#send = send;
  }

  /** Judges the weights at the end of an epoch. Returns whether training should pause; the patience starts again then. */
  async judge(network: Network): Promise<boolean> {
    const { experiment, step } = network;
    const heldOut = stopsEarly(experiment) ? this.#dataset.subsetOf(experiment).validation() : null;
    if (!heldOut) return false;
    // While the weight of the KL term rises, so may the loss.
    if (weightsStillRise(experiment, network.epoch)) {
      this.#state = null;
      return false;
    }
    const { loss } = await lossOf(network, heldOut);
    const epoch = Math.floor(network.epoch);
    if (this.#state === null || loss < this.#state.bestLoss) {
      this.#state = { bestLoss: loss, bestStep: step, waitingSince: epoch };
      this.#send({ type: 'best', loss, checkpoint: this.stamp(await network.checkpoint()) });
      return false;
    }
    if (epoch - this.#state.waitingSince < experiment.earlyStopping) return false;
    this.#state = { ...this.#state, waitingSince: epoch };
    return true;
  }

  /** The checkpoint with what it takes to go on waiting elsewhere. */
  stamp(checkpoint: Checkpoint): Checkpoint {
    return this.#state ? { ...checkpoint, earlyStopping: this.#state } : checkpoint;
  }

  /** Losses from before and after some changes are not comparable: the best is forgotten. */
  noteChange(patch: ExperimentPatch): void {
    if (measuredSettings.some((setting) => setting in patch)) this.#state = null;
  }

  /** The network has gone back to the weights of `step`: a best loss after it is one that it has not reached. */
  noteRestored({ step, epoch }: Network): void {
    if (this.#state === null) return;
    if (this.#state.bestStep > step) this.#state = null;
    else
      this.#state = { ...this.#state, waitingSince: Math.min(this.#state.waitingSince, Math.floor(epoch)) };
  }
}

function weightsStillRise(experiment: Experiment, epoch: number): boolean {
  return experiment.codeKind === 'gaussian' && betaAt(experiment, epoch) < experiment.beta;
}

async function lossOf(network: Network, heldOut: Parameters<typeof measure>[1]): Promise<{ loss: number }> {
  const chunks = measure(network, heldOut, heldOut.count);
  for (;;) {
    const measured = await chunks.next();
    if (measured.done) return measured.value.metrics;
  }
}
