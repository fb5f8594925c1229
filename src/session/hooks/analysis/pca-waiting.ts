// What stands in the place of PCA's pictures and numbers until it is computed.
import { t } from '@lingui/core/macro';
import type { SampleWords } from '../../../core/samples/words/sample-words';
import { failureText } from '../../engine/notices/words';
import { useNoisy } from './use-linear-rivals';
import { useSampleWords } from '../datasets/use-dataset';
import { usePca } from './use-pca';
import { analysisProgressText } from '../../analysis/words';
import type { TaskState } from '../../tasks/task';

export interface PcaWaiting {
  words: string;
  /** Part of the work that is done, in [0, 1]; null while it has not started, and after a failure. */
  share: number | null;
  /** Whether it can be tried again. */
  hasFailed: boolean;
}

export function usePcaWaiting(): PcaWaiting {
  const words = useSampleWords();
  return waitingOf(usePca(taskOf), t`PCA starts once all ${{ many: words.many }} have arrived.`, words);
}

/** The same for PCA and the linear denoiser on noisy inputs, which come after PCA itself. */
export function useRivalsWaiting(): PcaWaiting {
  const pca = usePcaWaiting();
  const hasPca = usePca(({ model }) => model !== null);
  const isNoisy = useNoisy(({ inputs }) => inputs !== null);
  const words = useSampleWords();
  const noisy = waitingOf(useNoisy(taskOf), t`PCA with noise starts once the noise stops changing.`, words);
  return hasPca && isNoisy ? noisy : pca;
}

function waitingOf({ progress, failure }: TaskState, idleWords: string, words: SampleWords): PcaWaiting {
  if (failure !== null)
    return {
      words: t`PCA could not be computed: ${{ failure: failureText(failure) }}`,
      share: null,
      hasFailed: true,
    };
  if (progress === null) return { words: idleWords, share: null, hasFailed: false };
  return { words: analysisProgressText(progress, words), share: progress.share, hasFailed: false };
}

/** A state is its own task: every change of it is shown. */
function taskOf(state: TaskState): TaskState {
  return state;
}
