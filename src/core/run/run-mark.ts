// What happened to a run on the way.
import type { ExperimentPatch } from '../experiment/experiment';

/** Something that happened to the run after `step`. */
export type RunMark =
  | {
      readonly kind: 'changed';
      readonly step: number;
      readonly patch: ExperimentPatch;
      /** The values until then; absent in marks that were kept before it was noted. */
      readonly before?: ExperimentPatch;
    }
  /** The run went back to the weights of `step`: it diverged, or the engine was lost. */
  | { readonly kind: 'restored'; readonly step: number };
