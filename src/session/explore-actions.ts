// What a person does in Explore: how the map is drawn, what is selected, what goes to the tools. `keepExplorationFitting`
// takes away what a rebuilt network or another data set has made meaningless.
import { countText } from '../core/number-text';
import type { DatasetId } from '../core/experiment';
import {
  exploreStore,
  firstExploration,
  type ColourBy,
  type Exploration,
  type ImageSet,
  type ImageSource,
  type MapAxes,
} from './explore-store';
import { pickImage } from './pointed-actions';
import type { Run } from './run';
import { runStore } from './run-store';
import { forgetUmap } from './umap-actions';

export function setAxes(axes: MapAxes): void {
  exploreStore.setState({ axes });
}

export function setColourBy(colourBy: ColourBy): void {
  exploreStore.setState({ colourBy });
}

/** @param manifold pictures along the shorter side of the map; null: none */
export function setManifold(manifold: number | null): void {
  exploreStore.setState({ manifold });
}

export function setQuantiles(quantiles: boolean): void {
  exploreStore.setState({ quantiles });
}

export function select(selected: ImageSet | null): void {
  exploreStore.setState({ selected });
}

/** Selects what the lasso has caught; nothing where it caught nothing. */
export function selectCaught(indices: Uint32Array): void {
  select(indices.length === 0 ? null : { name: `${countText(indices.length)} selected`, indices });
}

/** All test images of a class; null before their codes have come. */
export function classSet(label: number): ImageSet | null {
  const { testCodes, facts } = runStore.getState();
  if (testCodes === null) return null;
  const places: number[] = [];
  testCodes.labels.forEach((other, index) => {
    if (other === label) places.push(index);
  });
  return { name: `all of class ${facts?.classNames[label] ?? label}`, indices: Uint32Array.from(places) };
}

/** Selects all test images of a class. */
export function selectClass(label: number): void {
  const set = classSet(label);
  if (set) select(set);
}

/** Puts a set, or nothing, in a place of the arithmetic. */
export function putInPlace(place: keyof Exploration['arithmetic'], set: ImageSet | null): void {
  exploreStore.setState({ arithmetic: { ...exploreStore.getState().arithmetic, [place]: set } });
}

/** Puts the selection in a place of the arithmetic. */
export function takeAs(place: keyof Exploration['arithmetic']): void {
  putInPlace(place, exploreStore.getState().selected);
}

/** Puts an image at an end of the path. */
export function setPathEnd(end: keyof Exploration['ends'], source: ImageSource): void {
  exploreStore.setState({ ends: { ...exploreStore.getState().ends, [end]: source } });
}

/** The image whose code the sliders start from. */
export function setStart(start: ImageSource): void {
  exploreStore.setState({ start });
}

/** What the exploration was of when it was last looked at. */
let seen: { readonly dataset: DatasetId; readonly runId: number } | null = null;

/** Keeps the exploration fitting the run until the function that is returned is called. */
export function keepExplorationFitting(): () => void {
  fit(runStore.getState());
  return runStore.subscribe((run, before) => {
    if (run.runId !== before.runId || run.experiment !== before.experiment) fit(run);
  });
}

function fit({ runId, experiment }: Pick<Run, 'runId' | 'experiment'>): void {
  const { dataset, codeSize, codeKind } = experiment;
  if (seen !== null && seen.dataset !== dataset) {
    // Places in another test set: other images.
    const { colourBy, manifold } = exploreStore.getState();
    exploreStore.setState({ ...firstExploration, colourBy, manifold }, true);
    pickImage(null);
  }
  if (seen !== null && seen.runId !== runId) forgetUmap();
  seen = { dataset, runId };
  const { axes, colourBy, quantiles } = exploreStore.getState();
  const isOutside = axes.kind === 'units' && Math.max(axes.x, axes.y) >= codeSize;
  if (axes.kind !== 'plane' && (isOutside || codeSize <= 2)) setAxes({ kind: 'plane' });
  if (colourBy === 'sparsity' && codeSize < 2) setColourBy('class');
  if (quantiles && !(codeKind === 'gaussian' && codeSize === 2)) setQuantiles(false);
}
