// The drawing on the pad: what is being drawn flows through the diagram, and through every run there is.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { codedFailureOf } from '../../core/failure';
import type { DrawingFailure, Drawn, Ink } from '../../core/samples/drawing';
import { sampleKind } from '../../core/samples/sample-kind';
import { drawnSample, drawnSignal, type DrawingTarget } from '../../data/drawing/drawn-sample';
import type { EngineSupervisor } from '../engine/supervisor-ports';
import type { SelectionRoom } from '../selection/selection';
import type { Run } from '../runs/run';
import { createDrawingFeed } from './drawing-feed';
import { formOf } from './form-of';
import { readDrawn } from './read-drawn';

export interface DrawingPorts {
  readonly engine: EngineSupervisor;
  readonly run: StoreApi<Run>;
  readonly selection: SelectionRoom;
  /** The pad was cleared. */
  readonly onCleared: () => void;
}

/** What is on the pad that was not drawn there. */
export interface PadState {
  /** Whether a file, or what was pasted, stands on the pad in place of ink. */
  readonly isGiven: boolean;
  /** Why the latest file could not be read; what was on the pad before stays. */
  readonly failure: DrawingFailure | null;
  /** Another number whenever something else than the pad itself changes what is on it. */
  readonly revision: number;
}

export interface Drawing {
  readonly store: StoreApi<PadState>;
  /** Puts a file, or what was pasted, on the pad. @param name of the file; null for what was pasted */
  readonly take: (blob: Blob, name: string | null) => Promise<void>;
  /** The ink on the pad, or null when it was cleared. */
  readonly draw: (ink: Ink | null) => void;
  /** Whatever is on the pad, in the form in which it was put there; the same object until that changes. */
  readonly drawn: () => Drawn | null;
  /** The ink on the pad, for a pad that is shown again. */
  readonly ink: () => Ink | null;
  /** The line on a pad for signals, `[length, channels]`; null when it was taken back. */
  readonly drawLine: (line: Float32Array | null) => void;
  /** The same from elsewhere, to go on from. */
  readonly startFrom: (line: Float32Array) => void;
  /** The line on the pad, as a sample of the data; null where there is none. */
  readonly line: () => Float32Array | null;
  /** The network stands, perhaps on another data set: the drawing is brought to its form and sent. */
  readonly retarget: (run: Pick<Run, 'facts' | 'experiment' | 'drawingForm'>) => void;
  readonly answered: (drawingId: number) => void;
}

export function createDrawing({ engine, run, selection, onCleared }: DrawingPorts): Drawing {
  const feed = createDrawingFeed((id, pixels) => {
    engine.send((calls) => calls.setDrawing(id, pixels));
  });
  const store = createStore<PadState>()(() => ({ isGiven: false, failure: null, revision: 0 }));
  let lastTaken = 0;
  /** Of the data that the pad was last aimed at. */
  let lastTarget: DrawingTarget | null = null;

  /** A file for other data, also one that is being read. */
  function forget(): void {
    lastTaken++;
    store.setState({ failure: null });
  }

  /** @param isOwn whether the pad shows it already */
  function put(drawn: Drawn | null, isOwn = false): void {
    const { hasDrawing, focus } = selection.store.getState();
    lastTaken++;
    store.setState(({ revision }) => ({
      isGiven: drawn !== null && !('alpha' in drawn) && !('line' in drawn),
      failure: null,
      revision: isOwn ? revision : revision + 1,
    }));
    feed.draw(drawn);
    if (drawn === null) {
      run.setState({ drawing: null });
      onCleared();
      selection.store.setState({ hasDrawing: false });
      const first = run.getState().snapshot?.indices[0];
      if (focus?.kind === 'drawing' && first !== undefined)
        selection.focusOn({ kind: 'sample', index: first });
    } else if (!hasDrawing) {
      selection.store.setState({ hasDrawing: true });
      selection.focusOn({ kind: 'drawing' });
    }
  }

  function retarget({
    facts,
    experiment,
    drawingForm,
  }: Pick<Run, 'facts' | 'experiment' | 'drawingForm'>): void {
    if (!facts) return;
    const { shape, valueRange, placeRanges } = facts.dataset;
    const target = { shape, valueRange, placeRanges, form: formOf(experiment, drawingForm) };
    const drawn = feed.drawn();
    // What was on the pad cannot become a sample of this data. Numbers mean nothing where there are more or fewer of them.
    const isOtherSeries = sampleKind(shape) === 'signal' && String(shape) !== String(lastTarget?.shape);
    lastTarget = target;
    if (drawn !== null && (isOtherSeries || drawnSample(drawn, target) === null)) put(null);
    feed.retarget(target);
  }

  run.subscribe((after, before) => {
    if (after.experiment.dataset !== before.experiment.dataset) forget();
    if (after.drawingForm !== before.drawingForm) retarget(after);
  });

  return {
    store,
    draw: put,
    drawLine: (line) => put(line && { line }, true),
    startFrom: (line) => put({ line }),
    line() {
      const drawn = feed.drawn();
      if (drawn === null || lastTarget === null) return null;
      return 'line' in drawn || 'channels' in drawn ? drawnSignal(drawn, lastTarget) : null;
    },
    async take(blob, name) {
      const shape = run.getState().facts?.dataset.shape;
      if (!shape) return;
      const taken = ++lastTaken;
      try {
        const drawn = await readDrawn(blob, name, shape);
        if (taken === lastTaken) put(drawn);
      } catch (error) {
        const failure = codedFailureOf(error);
        if (failure === null) throw error;
        if (taken === lastTaken) store.setState({ failure: failure as DrawingFailure });
      }
    },
    drawn: feed.drawn,
    ink() {
      const drawn = feed.drawn();
      return drawn && 'alpha' in drawn ? drawn : null;
    },
    retarget,
    answered: feed.answered,
  };
}
