// The answers to the sample on the screen: the network's at every change of sample, hole or weights, the rivals' where sample,
// hole or what they are fitted to change. Of questions that come faster than answers, as under a moving brush, the newest counts.
import type { StoreApi } from 'zustand/vanilla';
import { failureOf } from '../../core/failure';
import type { RivalFillings } from '../../core/inpainting/inpainting-api';
import { filledIn, holeError } from '../../core/inpainting/mask';
import { trainedOn } from '../../core/experiment/trained-on';
import type { EngineQuestions } from '../engine/engine-questions';
import { hasAllData } from '../runs/run';
import { createLatestWins } from '../tasks/latest-wins';
import { idle } from '../tasks/task';
import type { InpaintingPorts } from './inpainting-ports';
import type { InpaintingState, NetworkFilling } from './inpainting';

/** Between two answers that only the weights call for. */
const weightsEveryMs = 400;

export interface LiveAnswers {
  /** The sample or the hole has changed. */
  readonly askAll: () => void;
  readonly askRivals: () => void;
  /** The weights have changed. */
  readonly noteStep: () => void;
  readonly close: () => void;
}

/** @param wholeQuestions of the network that never saw holes; null where there is none */
export function createLiveAnswers(
  { analysis, questions, mainRun }: InpaintingPorts,
  store: StoreApi<InpaintingState>,
  wholeQuestions: () => EngineQuestions | null,
): LiveAnswers {
  const { getState, setState } = store;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const network = createLatestWins(
    async (asked: InpaintingState) => ({ asked, filling: await networkFilling(questions, asked) }),
    (_, { asked, filling }) => {
      if (isStill(asked)) setState({ network: filling });
    },
    () => undefined,
  );
  const whole = createLatestWins(
    async (asked: InpaintingState) => {
      const given = wholeQuestions();
      return { asked, filling: given && (await networkFilling(given, asked)) };
    },
    (_, { asked, filling }) => {
      const { whole: rival } = getState();
      if (rival !== null && isStill(asked)) setState({ whole: { ...rival, filling } });
    },
    () => undefined,
  );
  const rivals = createLatestWins<InpaintingState, RivalFillings | null>(
    async ({ original, mask }) => {
      const { experiment } = mainRun.store.getState();
      if (analysis === null || original === null) return null;
      const question = { trainedOn: trainedOn(experiment), sample: original, mask };
      return analysis.fillHole(question, (progress) => setState({ rivalsTask: { progress, failure: null } }));
    },
    (asked, fillings) => {
      setState({ rivalsTask: idle });
      if (isStill(asked)) setState({ rivals: fillings });
    },
    (_, error) => setState({ rivals: null, rivalsTask: { progress: null, failure: failureOf(error) } }),
  );

  /** Whether the sample and the hole are those that were asked about. */
  function isStill({ original, mask }: InpaintingState): boolean {
    const now = getState();
    return now.original === original && now.mask === mask;
  }

  function askNetwork(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const asked = getState();
    if (asked.original === null) return;
    network.ask(asked);
    if (asked.whole !== null) whole.ask(asked);
  }

  function askRivals(): void {
    // Fitting waits for the whole training set, and reading it twice at once would slow its arrival.
    if (getState().original !== null && hasAllData(mainRun.store.getState())) rivals.ask(getState());
  }

  return {
    askAll() {
      askNetwork();
      askRivals();
    },
    askRivals,
    noteStep() {
      timer ??= setTimeout(askNetwork, weightsEveryMs);
      if (getState().rivals === null && getState().rivalsTask === idle) askRivals();
    },
    close() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}

/** Null where there is no such network now. */
async function networkFilling(
  { reconstruct }: EngineQuestions,
  { original, damaged, mask, shape }: InpaintingState,
): Promise<NetworkFilling | null> {
  if (original === null || damaged === null || shape === null) return null;
  const answer = await reconstruct(damaged, mask);
  if (answer === null) return null;
  const { images: raw, runId, step } = answer;
  return {
    runId,
    step,
    raw,
    filled: filledIn(original, raw, mask, shape),
    holeMse: holeError(original, raw, mask, shape),
  };
}
