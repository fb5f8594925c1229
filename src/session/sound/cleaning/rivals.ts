// What the methods without a network make of the noisy version: asked for anew where the clip, its noise or the code size change. The
// gate and the filter answer at once; PCA is fitted first, which takes seconds, once a visit.
import { allOf } from '../../../core/experiment/trained-on';
import { failureOf } from '../../../core/failure';
import type { AnalysisCalls } from '../../analysis/analysis-client';
import { createLatestWins } from '../../tasks/latest-wins';
import { idle, type TaskState } from '../../tasks/task';
import type { Versions } from '../versions';

export interface RivalQuestion {
  readonly noisy: Float32Array;
  /** Noise by itself, of any length. */
  readonly noise: Float32Array;
  /** As many components as PCA gets. */
  readonly codeSize: number;
}

export interface Rivals {
  readonly ask: (question: RivalQuestion) => void;
  /** Nothing is wanted any more. */
  readonly close: () => void;
}

interface RivalPorts {
  readonly show: (state: TaskState) => void;
  readonly onAnswer: (versions: Versions) => void;
}

/** @param analysis null where there is none, as in tests */
export function createRivals(
  analysis: Pick<AnalysisCalls, 'cleanSound' | 'cancel'> | null,
  { show, onAnswer }: RivalPorts,
): Rivals {
  let latest: RivalQuestion | null = null;
  let isFitted = false;
  const asking = createLatestWins<RivalQuestion, null>(
    async (asked) => {
      if (analysis === null) return null;
      if (!isFitted) await answer(analysis, asked, false);
      if (asked === latest) await answer(analysis, asked, true);
      return null;
    },
    () => show(idle),
    (_, error) => show({ progress: null, failure: failureOf(error) }),
  );

  async function answer(
    { cleanSound }: Pick<AnalysisCalls, 'cleanSound'>,
    asked: RivalQuestion,
    withPca: boolean,
  ): Promise<void> {
    const windows = withPca ? allOf('piano') : null;
    const cleaned = await cleanSound({ ...asked, windows }, (progress) => {
      if (asked === latest) show({ progress, failure: null });
    });
    if (cleaned === null || asked !== latest) return;
    const { gate, wiener, pca } = cleaned;
    isFitted ||= withPca;
    onAnswer({ gate, wiener, ...(pca && { pca }) });
  }

  return {
    ask(question) {
      latest = question;
      if (analysis !== null) asking.ask(question);
    },
    close() {
      latest = null;
      asking.forget();
      analysis?.cancel('sound');
      show(idle);
    },
  };
}
