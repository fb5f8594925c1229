// What the person points at, shared by all panels, and the commands that follow from it. Can be emptied without loss.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Focus, ForwardPass } from '../../core/engine-api/looking';
import type { RunId } from '../../core/run/stamp';
import type { EngineSupervisor } from '../engine/supervisor-ports';
import { createLatestWins } from '../tasks/latest-wins';

/** A test image as the network treats it at `step`. */
export interface Inspected extends ForwardPass {
  readonly index: number;
  readonly runId: RunId;
  readonly step: number;
  readonly label: number;
}

export interface Selection {
  /** Place in the test set of the sample under the pointer. */
  readonly hovered: number | null;
  /** What the network makes of the hovered sample; null until the answer is there. */
  readonly inspected: Inspected | null;
  /** The image in the diagram; null until one is picked (the engine then shows the first of the ten). */
  readonly focus: Focus | null;
  /** Whether there is ink on the pad. */
  readonly hasDrawing: boolean;
}

const emptySelection: Selection = { hovered: null, inspected: null, focus: null, hasDrawing: false };

export interface SelectionRoom {
  readonly store: StoreApi<Selection>;
  /** The pointer is over a test image on the map, or over none. */
  readonly hover: (index: number | null) => void;
  /** Chooses the image that flows through the diagram. */
  readonly focusOn: (focus: Focus) => void;
  /** Draws ten other test images. */
  readonly showOthers: () => void;
  /** Asks again about the hovered image: the weights are those of `step`. */
  readonly inspectAgain: (step: number) => void;
  /** Empties it for views that are empty; the drawing stays. @param keepsFocus the test images are the same */
  readonly empty: (keepsFocus: boolean) => void;
  /** Tells the engine which image is chosen. */
  readonly tellFocus: () => void;
}

export function createSelection(engine: EngineSupervisor, runId: () => RunId): SelectionRoom {
  const store = createStore<Selection>()(() => emptySelection);
  const { getState, setState } = store;

  const inspections = createLatestWins(
    (index: number) => engine.ask((calls) => calls.inspect(runId(), index)),
    (index, answer) => {
      if (answer && getState().hovered === index) setState({ inspected: { ...answer, index } });
    },
  );

  return {
    store,
    hover(index) {
      if (getState().hovered === index) return;
      inspections.forget();
      setState({ hovered: index, inspected: null });
      if (index !== null) inspections.ask(index);
    },
    focusOn(focus) {
      setState({ focus });
      engine.send((calls) => calls.setFocus(focus));
    },
    showOthers() {
      setState({ focus: null });
      engine.send((calls) => calls.showOthers());
    },
    inspectAgain(step) {
      const { hovered, inspected } = getState();
      if (hovered !== null && inspected?.step !== step) inspections.ask(hovered);
    },
    empty(keepsFocus) {
      inspections.forget();
      const { hasDrawing, focus } = getState();
      // Another data set has other test images: the engine picks one.
      const kept = keepsFocus || focus?.kind === 'drawing' ? focus : null;
      setState({ ...emptySelection, hasDrawing, focus: kept });
    },
    tellFocus() {
      const { focus } = getState();
      if (focus) engine.send((calls) => calls.setFocus(focus));
    },
  };
}
