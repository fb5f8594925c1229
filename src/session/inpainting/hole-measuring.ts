// The error inside the holes over the test set: of the network whenever its weights have changed, of the rivals once. All samples
// go through the network in one question, so that they meet the same weights; while it trains the questions keep to a fifth of
// the time.
import type { StoreApi } from 'zustand/vanilla';
import { samplesWithHoles } from '../../catalog/test-holes';
import { trainedOn, type TrainedOn } from '../../core/experiment/trained-on';
import type { NetworkHoleError, RivalErrors, TestHoles } from '../../core/inpainting/inpainting-api';
import { gridOf, neutralValue } from '../../core/inpainting/mask';
import type { SampleShape } from '../../core/samples/samples';
import type { EngineQuestions } from '../engine/engine-questions';
import { createTask } from '../tasks/task';
import type { InpaintingPorts } from './inpainting-ports';
import type { InpaintingState, MeasuredHoles } from './inpainting';

/** The network has at least four times as long for training as a measurement takes. */
const restPerWork = 4;
const leastRestMs = 1500;

export interface HoleMeasuring {
  readonly measure: (holes: MeasuredHoles) => void;
  readonly cancel: () => void;
  /** The hole that is measured has changed. */
  readonly forget: () => void;
  /** The rivals are fitted to other samples now. */
  readonly renewRivals: () => void;
  /** The sub-view is open: goes on with what was asked for. */
  readonly follow: () => void;
  readonly noteStep: () => void;
  readonly close: () => void;
}

interface Damaged {
  readonly key: string;
  readonly holes: TestHoles;
  readonly shape: SampleShape;
  readonly clean: Float32Array;
  readonly damaged: Float32Array;
  readonly masks: Uint8Array;
  readonly count: number;
}

/** @param wholeQuestions of the network that never saw holes; null where there is none */
export function createHoleMeasuring(
  { analysis, questions, mainRun }: InpaintingPorts,
  store: StoreApi<InpaintingState>,
  wholeQuestions: () => EngineQuestions | null,
): HoleMeasuring {
  const { getState, setState } = store;
  /** Nothing is measured before it is asked for. */
  let isWanted = false;
  let isBusy = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** The samples of the latest measurement. */
  let kept: Damaged | null = null;

  const rivals = createTask<{ of: TrainedOn; holes: TestHoles }, RivalErrors>({
    show: (rivalErrorsTask) => setState({ rivalErrorsTask }),
    starting: { code: 'analysis.starting' },
    work: ({ of, holes }, progress) => analysis?.holeErrors(of, holes, progress) ?? Promise.resolve(null),
    onAnswer: (rivalErrors) => setState({ rivalErrors }),
    stop: () => analysis?.cancel('holes'),
  });

  function chosenHoles(): TestHoles {
    const { holes, mask } = getState();
    return holes === 'mask' ? { kind: 'mask', mask } : { kind: holes };
  }

  /** What the chosen samples depend on. */
  function chosenKey(): string {
    const { facts, experiment } = mainRun.store.getState();
    const holes = chosenHoles();
    const mask = holes.kind === 'mask' ? holes.mask.join('') : '';
    return JSON.stringify([experiment.dataset, facts?.dataset.shape, facts?.testCount, holes.kind, mask]);
  }

  /** Null before the test set has arrived. */
  async function damagedSamples(): Promise<Damaged | null> {
    const { facts } = mainRun.store.getState();
    const [key, holes] = [chosenKey(), chosenHoles()];
    if (kept?.key === key) return kept;
    if (facts === null || facts.testCount === 0) return null;
    const { shape } = facts.dataset;
    const { indices, masks } = samplesWithHoles(holes, shape, facts.testCount);
    const clean = await questions.testImages(indices);
    if (clean === null) return null;
    const { channels } = gridOf(shape);
    const neutral = neutralValue(shape);
    const damaged = clean.map((value, at) => (masks[Math.floor(at / channels)] === 1 ? neutral : value));
    kept = { key, holes, shape, clean, damaged, masks, count: indices.length };
    return kept;
  }

  async function measureNow(): Promise<void> {
    isBusy = true;
    timer = null;
    setState({ measuring: 0 });
    const samples = await damagedSamples();
    const startedMs = performance.now();
    const measured = samples && (await errorOf(questions, samples));
    const given = wholeQuestions();
    const ofWhole = given && samples && (await errorOf(given, samples));
    const tookMs = performance.now() - startedMs;
    isBusy = false;
    if (!isWanted) return;
    setState({ measuring: null });
    if (samples !== null && samples.key !== chosenKey()) {
      later(0);
      return;
    }
    if (measured) setState({ networkError: measured });
    const { whole } = getState();
    if (whole !== null && ofWhole) setState({ whole: { ...whole, measured: ofWhole } });
    // Without a hole there is nothing to measure, however often.
    if (samples !== null && !samples.masks.includes(1)) return;
    if (measured === null || mainRun.store.getState().step !== measured.step)
      later(Math.max(leastRestMs, restPerWork * tookMs));
  }

  function later(ms: number): void {
    if (isWanted && !isBusy) timer ??= setTimeout(() => void measureNow(), ms);
  }

  function askRivals(): void {
    const { holes, mask, rivalErrors } = getState();
    const isKnown =
      rivalErrors?.holes.kind === holes &&
      (rivalErrors.holes.kind !== 'mask' || rivalErrors.holes.mask === mask);
    if (analysis === null || isKnown) return;
    setState({ rivalErrors: null });
    void rivals.start({ of: trainedOn(mainRun.store.getState().experiment), holes: chosenHoles() });
  }

  function stop(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    isWanted = false;
    setState({ measuring: null });
  }

  function measure(holes: MeasuredHoles): void {
    const isOther = getState().holes !== holes;
    setState({ holes, ...(isOther && { networkError: null }) });
    isWanted = true;
    if (timer !== null) clearTimeout(timer);
    timer = null;
    later(0);
    askRivals();
  }

  return {
    measure,
    cancel() {
      stop();
      rivals.cancel();
    },
    forget() {
      stop();
      rivals.cancel();
      setState({ networkError: null, rivalErrors: null });
    },
    renewRivals() {
      setState({ rivalErrors: null });
      if (isWanted) askRivals();
    },
    follow() {
      if (getState().networkError !== null) {
        isWanted = true;
        later(0);
      }
    },
    noteStep: () => later(leastRestMs),
    close: stop,
  };
}

/** Null where there is no such network now. */
async function errorOf(
  { reconstruct }: EngineQuestions,
  { holes, shape, clean, damaged, masks, count }: Damaged,
): Promise<NetworkHoleError | null> {
  const answer = await reconstruct(damaged, masks);
  if (answer === null) return null;
  const { images, runId, step } = answer;
  const { channels } = gridOf(shape);
  let [sum, missing] = [0, 0];
  for (let at = 0; at < clean.length; at++) {
    if (masks[Math.floor(at / channels)] !== 1) continue;
    sum += ((clean[at] ?? 0) - (images[at] ?? 0)) ** 2;
    missing++;
  }
  return missing === 0 ? null : { runId, step, holes, count, mse: sum / missing };
}
