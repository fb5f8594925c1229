// What the methods without a network make of the noisy version: asked for anew where the clip, its noise or the code size change.
import { failureOf } from '../../../core/failure';
import type { AnalysisCalls } from '../../analysis/analysis-client';
import { createLatestWins } from '../../tasks/latest-wins';
import { idle, type TaskState } from '../../tasks/task';
import type { NoiseChoice } from '../sound';
import type { Versions } from '../versions';

export interface RivalQuestion {
  readonly noisy: Float32Array;
  /** Null where the recording is noisy already. */
  readonly original: Float32Array | null;
  readonly noise: NoiseChoice;
  readonly snrDb: number;
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
export function createRivals(analysis: AnalysisCalls | null, { show, onAnswer }: RivalPorts): Rivals {
  let latest: RivalQuestion | null = null;
  const asking = createLatestWins<RivalQuestion, Versions | null>(
    () => Promise.resolve(null),
    (asked, versions) => {
      show(idle);
      if (asked === latest && versions !== null) onAnswer(versions);
    },
    (_, error) => show({ progress: null, failure: failureOf(error) }),
  );
  return {
    ask(question) {
      latest = question;
      if (analysis !== null) asking.ask(question);
    },
    close() {
      latest = null;
      asking.forget();
      show(idle);
    },
  };
}
