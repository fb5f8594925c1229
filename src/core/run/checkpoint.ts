// The state a run can resume from.
import type { Experiment } from '../experiment/experiment';

/** Everything needed to continue training elsewhere: on another backend, in another worker. Plain arrays, no tensors. */
export interface Checkpoint {
  experiment: Experiment;
  step: number;
  /**
   * The position in the order of the epochs: training samples passed so far, repeats included, and so are those that the
   * experiment leaves out (classes not chosen, the validation split).
   */
  samplesPassed: number;
  /** Kernel then bias of each layer, in the order and the shapes of the network's plan (catalog/architectures/plan.ts). */
  weights: Float32Array[];
  optimizer: {
    /** Updates since the slots were last zero, for Adam's bias correction. */
    updates: number;
    /** `slots[k][i]` has the shape of `weights[i]`: Adam keeps two moments, RMSProp and SGD one. */
    slots: Float32Array[][];
  };
  /** How far early stopping has got; absent where it has nothing to go by. */
  earlyStopping?: EarlyStoppingState;
}

/** What early stopping goes by: the best validation loss at the end of an epoch, and since when it has waited for a better one. */
export interface EarlyStoppingState {
  bestLoss: number;
  bestStep: number;
  /** Epochs, whole. */
  waitingSince: number;
}
