// The actions of Inpainting, and what follows from them and from the run: another sample or hole asks the network and its rivals
// anew, new weights ask the network.
import { createStore } from 'zustand/vanilla';
import { holePresets } from '../../catalog/hole-presets/registry';
import type { DatasetId } from '../../core/experiment/dataset-id';
import { sameSamples } from '../../core/experiment/trained-on';
import { codedFailureOf } from '../../core/failure';
import { firstHole, firstOptions, followsOptions, isOffered } from '../../core/inpainting/damage/damage';
import { emptyMask, withoutMissing } from '../../core/inpainting/mask';
import { streams, uniform } from '../../core/random';
import type { DrawingFailure, Drawn } from '../../core/samples/drawing';
import { valueScale, type SampleShape } from '../../core/samples/samples';
import { drawnSample } from '../../data/drawing/drawn-sample';
import { formOf } from '../drawing/form-of';
import { readDrawn } from '../drawing/read-drawn';
import type { Run } from '../runs/run';
import { idle } from '../tasks/task';
import { createHoleMeasuring } from './hole-measuring';
import type { Inpainting, InpaintingState } from './inpainting';
import type { InpaintingPorts } from './inpainting-ports';
import { createLiveAnswers } from './live-answers';
import { drawFillings, iterateFilling } from './repeated-fillings';
import { createWholeRival } from './whole-rival';

/** What is known of nothing but the choices that outlive a data set. */
const nothingKnown: Omit<InpaintingState, 'source' | 'damage' | 'holes'> = {
  shape: null,
  original: null,
  label: null,
  drawnFailure: null,
  options: null,
  mask: new Uint8Array(0),
  damaged: null,
  network: null,
  rivals: null,
  rivalsTask: idle,
  iterated: null,
  draws: null,
  networkError: null,
  measuring: null,
  rivalErrors: null,
  rivalErrorsTask: idle,
  whole: null,
};

export function createInpainting(ports: InpaintingPorts): Inpainting {
  const { mainRun, questions } = ports;
  const store = createStore<InpaintingState>()(() => ({
    ...nothingKnown,
    source: { kind: 'test', index: 0 },
    damage: 'brush',
    holes: 'block',
  }));
  const { getState, setState } = store;
  const whole = createWholeRival(ports, store, () => noteStep());
  const live = createLiveAnswers(ports, store, whole.questions);
  const measuring = createHoleMeasuring(ports, store, whole.questions);
  /** There are other weights: of the network, or of the one beside it. */
  function noteStep(): void {
    if (!isOpen) return;
    live.noteStep();
    measuring.noteStep();
  }

  let isOpen = false;
  /** The data set that the sample is of. */
  let fittedTo: DatasetId | null = null;
  let lastAsked = 0;
  /** How many samples were chosen at random. */
  let picks = 0;

  /** Damages another sample, or the same one otherwise. */
  function damage(
    patch: Pick<Partial<InpaintingState>, 'original' | 'label' | 'mask' | 'options' | 'damage' | 'source'>,
  ) {
    const { original, mask, shape } = { ...getState(), ...patch };
    const damaged = original && shape && withoutMissing(original, mask, shape);
    setState({ ...patch, damaged, iterated: null, draws: null });
    if (isOpen) live.askAll();
    if ('mask' in patch && getState().holes === 'mask') measuring.forget();
  }

  /** Another data set begins with its first sample; the damage stays of its kind where there is such. */
  function fit({ facts, experiment: { dataset } }: Run): void {
    const shape = facts?.dataset.shape ?? null;
    if (shape === null || dataset === fittedTo) return;
    fittedTo = dataset;
    const options = firstOptions(shape);
    const before = getState().damage;
    const kind = isOffered(before, shape) ? before : 'rectangle';
    measuring.forget();
    setState({ ...nothingKnown, shape, options, damage: kind, mask: firstHole(kind, options, shape) });
    void loadTest(0);
  }

  async function loadTest(index: number): Promise<void> {
    const asked = ++lastAsked;
    setState({ source: { kind: 'test', index }, drawnFailure: null });
    const found = await questions.inspect(index);
    if (found === null || asked !== lastAsked) return;
    const hasClasses = (mainRun.store.getState().facts?.dataset.classNames.length ?? 0) > 0;
    damage({ original: found.original, label: hasClasses ? found.label : null });
  }

  function useDrawn(drawn: Drawn | null): void {
    const { source } = getState();
    if (drawn === null) {
      if (source.kind === 'drawn') void loadTest(0);
      return;
    }
    const { facts, experiment, drawingForm } = mainRun.store.getState();
    if (facts === null) return;
    const { shape, valueRange } = facts.dataset;
    const form = formOf(experiment, drawingForm);
    const values = drawnSample(drawn, { shape, valueRange, form });
    if (values === null) return;
    const scale = valueScale({ values });
    lastAsked++;
    setState({ drawnFailure: null });
    damage({
      source: { kind: 'drawn' },
      original: Float32Array.from(values, (value) => value * scale),
      label: null,
    });
  }

  function remade(patch: Partial<InpaintingState>, shape: SampleShape): Partial<InpaintingState> {
    const { damage: kind, options } = { ...getState(), ...patch };
    return options ? { ...patch, mask: firstHole(kind, options, shape) } : patch;
  }

  function followRun(run: Run, before: Run): void {
    if (run.facts !== before.facts) fit(run);
    if (run.runId !== before.runId) {
      setState({ network: null, networkError: null, iterated: null, draws: null });
      whole.lose();
    }
    // The test set may have arrived only now: a sample that was asked for before it had is asked for again.
    const isReady = run.stage === 'ready' && before.stage !== 'ready';
    const { original, source } = getState();
    const mayHaveCome = isReady || run.snapshot !== before.snapshot || run.data !== before.data;
    if (original === null && source.kind === 'test' && mayHaveCome) void loadTest(source.index);
    if (isReady || run.step !== before.step) noteStep();
    if (run.data !== before.data && getState().rivals === null) live.askRivals();
    if (!sameSamples(run.experiment, before.experiment)) {
      live.askRivals();
      measuring.renewRivals();
    }
  }

  return {
    store,
    isTraining() {
      const { whole: rival } = getState();
      return rival !== null && rival.step < rival.lastStep;
    },
    open() {
      isOpen = true;
      fit(mainRun.store.getState());
      if (getState().original === null) void loadTest(0);
      live.askAll();
      measuring.follow();
      const stop = mainRun.store.subscribe(followRun);
      return () => {
        isOpen = false;
        stop();
        live.close();
        measuring.close();
      };
    },
    chooseTest: (index) => void loadTest(index),
    chooseAnother() {
      const count = mainRun.store.getState().facts?.testCount ?? 0;
      if (count > 0)
        void loadTest(Math.floor(uniform(Date.now() % 2 ** 31, streams.pick, 2, ++picks) * count));
    },
    useDrawn,
    async take(blob, name) {
      const { shape } = getState();
      if (shape === null) return;
      const asked = ++lastAsked;
      try {
        const drawn = await readDrawn(blob, name, shape);
        if (asked === lastAsked) useDrawn(drawn);
      } catch (error) {
        const failure = codedFailureOf(error);
        if (failure === null) throw error;
        if (asked === lastAsked) setState({ drawnFailure: failure as DrawingFailure });
      }
    },
    chooseDamage(kind) {
      const { shape } = getState();
      if (shape !== null) damage(remade({ damage: kind }, shape));
    },
    setOptions(patch) {
      const { shape, options, damage: kind } = getState();
      if (shape === null || options === null) return;
      const after = { options: { ...options, ...patch } };
      if (followsOptions(kind)) damage(remade(after, shape));
      else setState(after);
    },
    setMask: (mask) => damage({ mask }),
    clearMask() {
      const { shape } = getState();
      if (shape !== null) damage({ mask: emptyMask(shape) });
    },
    iterate: (times) => iterateFilling(questions, store, times),
    draw: (count) => drawFillings(questions, store, count, mainRun.store.getState().experiment.codeSize),
    measure: measuring.measure,
    cancelMeasuring: measuring.cancel,
    trainForHoles(preset) {
      const { patch } = holePresets[preset];
      // The values of a signal have no bounds.
      const isSignal = mainRun.store.getState().facts?.dataset.kind === 'signal';
      mainRun.change(isSignal ? { ...patch, outputActivation: 'linear' } : patch);
      if (!mainRun.store.getState().wantsTraining) mainRun.toggle();
    },
    trainWhole: whole.train,
    endWhole: whole.end,
  };
}
