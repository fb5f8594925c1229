// PCA and the linear denoiser beside the chosen experiment, for components.
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { linearRivals, type LinearRivals } from '../../analysis/linear/linear-rivals';
import type { NoisyState } from '../../analysis/linear/noisy-inputs';
import { useSession } from '../session-context';
import { useExperiment } from '../use-experiment';
import { useRun } from '../use-run';
import { usePca } from './use-pca';

/** They follow the bottleneck at once, and the noise as soon as it is computed. */
export function useLinearRivals(): LinearRivals {
  const experiment = useExperiment((chosen) => chosen);
  const model = usePca((pca) => pca.model);
  const reference = useNoisy((noisy) => noisy.reference);
  const shape = useSampleShape();
  return useMemo(
    () => linearRivals(experiment, shape, model, reference),
    [experiment, shape, model, reference],
  );
}

/** An effect: a view shows linear methods on noisy inputs until the function that it returns is called. */
export function useLookAtNoisy(): () => () => void {
  return useSession().analysis.noisy.lookAt;
}

/** A part of what is known of linear methods on noisy inputs. */
export function useNoisy<T>(select: (noisy: NoisyState) => T): T {
  return useStore(useSession().analysis.noisy.store, select);
}

function useSampleShape(): readonly number[] | null {
  return useRun(({ facts }) => facts?.dataset.shape) ?? null;
}
