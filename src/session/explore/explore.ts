// The actions of Explore: how the map is drawn, what is selected, what the tools work on. `keepFitting` resets what a rebuilt
// network or another data set has made meaningless.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { datasetEntry } from '../../catalog/datasets/registry';
import type { TestCodes } from '../../core/engine-api/looking';
import type { DatasetId } from '../../core/experiment/dataset-id';
import type { RunId } from '../../core/run/stamp';
import type { Run } from '../runs/run';
import {
  firstExploration,
  type ColourBy,
  type Exploration,
  type ImageSet,
  type ImageSource,
  type MapAxes,
} from './exploration';

export interface Explore {
  readonly store: StoreApi<Exploration>;
  readonly setAxes: (axes: MapAxes) => void;
  readonly setColourBy: (colourBy: ColourBy) => void;
  /** @param manifold pictures along the shorter side of the map; null: none */
  readonly setManifold: (manifold: number | null) => void;
  readonly setQuantiles: (quantiles: boolean) => void;
  readonly select: (selected: ImageSet | null) => void;
  /** Selects the points inside the lasso; clears the selection when there are none. */
  readonly selectCaught: (indices: Uint32Array) => void;
  /** Selects all test images of a class. */
  readonly selectClass: (label: number) => void;
  /** All test images of a class; null before their codes have arrived. */
  readonly classSet: (label: number) => ImageSet | null;
  /** Puts a set, or nothing, in a place of the arithmetic. */
  readonly putInPlace: (place: keyof Exploration['arithmetic'], set: ImageSet | null) => void;
  /** Puts the selection in a place of the arithmetic. */
  readonly takeAs: (place: keyof Exploration['arithmetic']) => void;
  /** Puts an image at an end of the path. */
  readonly setPathEnd: (end: keyof Exploration['ends'], source: ImageSource) => void;
  /** The image whose code the sliders start from. */
  readonly setStart: (start: ImageSource) => void;
  /** Draws other random codes. */
  readonly drawAgain: () => void;
  /** Keeps the exploration fitting the run until the function that is returned is called. */
  readonly keepFitting: () => () => void;
}

export interface ExplorePorts {
  readonly run: Pick<StoreApi<Run>, 'getState' | 'subscribe'>;
  /** The test images have changed. */
  readonly onOtherImages: () => void;
  /** The run has changed. */
  readonly onOtherRun: () => void;
}

export function createExplore({ run, onOtherImages, onOtherRun }: ExplorePorts): Explore {
  const store = createStore<Exploration>()(() => firstExploration);
  const { getState, setState } = store;
  /** What the exploration was of when it was last looked at. */
  let seen: { readonly dataset: DatasetId; readonly runId: RunId } | null = null;
  /** The data set whose example the arithmetic has had: what the person makes of it stays. */
  let exampleOf: DatasetId | null = null;

  function fit({ runId, experiment }: Pick<Run, 'runId' | 'experiment'>): void {
    const { dataset, codeSize, codeKind } = experiment;
    if (seen !== null && seen.dataset !== dataset) {
      const { colourBy, manifold } = getState();
      setState({ ...firstExploration, colourBy, manifold }, true);
      onOtherImages();
    }
    if (seen !== null && seen.runId !== runId) onOtherRun();
    seen = { dataset, runId };
    const { axes, colourBy, quantiles } = getState();
    const isOutside = axes.kind === 'units' && Math.max(axes.x, axes.y) >= codeSize;
    if (axes.kind !== 'plane' && (isOutside || codeSize <= 2)) setState({ axes: { kind: 'plane' } });
    if (colourBy === 'sparsity' && codeSize < 2) setState({ colourBy: 'class' });
    if (quantiles && !(codeKind === 'gaussian' && codeSize === 2)) setState({ quantiles: false });
  }

  function classSet(label: number): ImageSet | null {
    const { testCodes } = run.getState();
    if (testCodes === null) return null;
    const places: number[] = [];
    testCodes.labels.forEach((other, index) => {
      if (other === label) places.push(index);
    });
    return { origin: { kind: 'class', label }, indices: Uint32Array.from(places) };
  }

  /** The path begins between two classes, where there are classes. */
  function placeEnds(labels: TestCodes['labels']): void {
    if (getState().ends !== firstExploration.ends) return;
    const other = labels.findIndex((label) => label !== labels[0]);
    if (other > 1) setState({ ends: { ...firstExploration.ends, to: { kind: 'test', index: other } } });
  }

  /** The arithmetic begins with an example once the test images are encoded. */
  function placeExample({ facts, testCodes, experiment: { dataset } }: Run): void {
    if (exampleOf === dataset || facts === null || testCodes === null) return;
    exampleOf = dataset;
    placeEnds(testCodes.labels);
    const names = datasetEntry(dataset).arithmetic ?? [];
    const [a, b, c] = names.map((name) => classSet(facts.dataset.classNames.indexOf(name)));
    const isWhole = [a, b, c].every((set) => set && set.indices.length > 0);
    if (a && b && c && isWhole) setState({ arithmetic: { a, b, c } });
  }

  const select = (selected: ImageSet | null) => setState({ selected });
  const putInPlace: Explore['putInPlace'] = (place, set) =>
    setState({ arithmetic: { ...getState().arithmetic, [place]: set } });

  return {
    store,
    setAxes: (axes) => setState({ axes }),
    setColourBy: (colourBy) => setState({ colourBy }),
    setManifold: (manifold) => setState({ manifold }),
    setQuantiles: (quantiles) => setState({ quantiles }),
    select,
    selectCaught: (indices) => select(indices.length === 0 ? null : { origin: { kind: 'lasso' }, indices }),
    selectClass(label) {
      const set = classSet(label);
      if (set) select(set);
    },
    classSet,
    putInPlace,
    takeAs: (place) => putInPlace(place, getState().selected),
    setPathEnd: (end, source) => setState({ ends: { ...getState().ends, [end]: source } }),
    setStart: (start) => setState({ start }),
    drawAgain: () => setState({ draws: getState().draws + 1 }),
    keepFitting() {
      fit(run.getState());
      placeExample(run.getState());
      return run.subscribe((after, before) => {
        if (after.runId !== before.runId || after.experiment !== before.experiment) fit(after);
        if (after.testCodes !== before.testCodes) placeExample(after);
      });
    },
  };
}
