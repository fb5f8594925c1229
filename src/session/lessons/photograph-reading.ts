// How wrong the network rebuilds the photograph of Apply: Limits, for lessons.
import { createLimits } from '../limits/limits';
import { cutPhotograph, rebuiltPicture } from '../limits/rebuilt-picture';
import type { ShownPhotograph } from '../limits/photograph';
import type { Session } from '../session';

interface PhotographErrors {
  readonly mse: number;
  readonly flatMse: number;
}

export interface PhotographReading {
  /** Of the network as it stands; null until it is known. */
  readonly read: () => PhotographErrors | null;
  readonly follow: (listener: () => void) => () => void;
}

export function createPhotographReading({ applications, run, questions }: Session): PhotographReading {
  let found: {
    readonly of: string;
    readonly shown: ShownPhotograph;
    readonly errors: PhotographErrors;
  } | null = null;
  let asked = '';

  const now = () => {
    const { runId, step } = run.store.getState();
    return `${runId} ${step}`;
  };

  async function ask(listener: () => void): Promise<void> {
    const { facts, wantsTraining, stage } = run.store.getState();
    const { shown, columns } = applications.open(createLimits).photograph.store.getState();
    const of = now();
    if (shown === null || facts === null || wantsTraining || stage !== 'ready') return;
    const question = `${of} ${columns} ${shown.id} ${shown.file}`;
    if (asked === question) return;
    asked = question;
    const cut = cutPhotograph(shown.picture, facts.dataset.shape, columns);
    const answer = await questions.reconstruct(cut.samples).catch(() => null);
    if (asked !== question) return;
    if (answer === null) asked = '';
    else found = { of, shown, errors: { mse: rebuiltPicture(cut, answer.images).mse, flatMse: cut.flatMse } };
    listener();
  }

  return {
    read: () => (found !== null && found.of === now() ? found.errors : null),
    follow(listener) {
      const again = () => void ask(listener);
      const stops = [
        applications.open(createLimits).photograph.store.subscribe(again),
        run.store.subscribe(again),
      ];
      again();
      return () => stops.forEach((stop) => stop());
    },
  };
}
