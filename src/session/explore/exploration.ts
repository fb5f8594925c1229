// What the person explores: how the map is drawn, what is selected on it, which images stand at the ends of a path and in
// the places of the arithmetic. Shared by the panels of Explore; can be emptied without loss.

/** What the axes of the code's map are. `plane`: the code itself, or its two principal components above two. */
export type MapAxes =
  | { readonly kind: 'plane' }
  | { readonly kind: 'units'; readonly x: number; readonly y: number }
  | { readonly kind: 'umap' };

export type ColourBy = 'class' | 'error' | 'sparsity';

/** What the colours show: without classes, the reconstruction error in their place. */
export function shownColouring(colourBy: ColourBy, isOfClasses: boolean): ColourBy {
  return colourBy === 'class' && !isOfClasses ? 'error' : colourBy;
}

/** An image a person can start from. */
export type ImageSource = { readonly kind: 'test'; readonly index: number } | { readonly kind: 'drawing' };

/** Where a set of images came from: all test images of a class, or the lasso. */
export type SetOrigin = { readonly kind: 'class'; readonly label: number } | { readonly kind: 'lasso' };

/** A set of test images. */
export interface ImageSet {
  readonly origin: SetOrigin;
  readonly indices: Uint32Array;
}

/** The class that a set holds all images of; null for any other set, and for none. */
export function classOf(set: ImageSet | null): number | null {
  return set?.origin.kind === 'class' ? set.origin.label : null;
}

export interface Exploration {
  readonly axes: MapAxes;
  readonly colourBy: ColourBy;
  /** Pictures of the decoder behind the map: rows and columns, or off. */
  readonly manifold: number | null;
  /** Through the quantiles of the Gaussian (of a Gaussian code), instead of evenly over what is seen. */
  readonly quantiles: boolean;
  /** Selected with the lasso or from the legend; null: nothing. */
  readonly selected: ImageSet | null;
  /** Sets for `mean(a) - mean(b) + mean(c)`. */
  readonly arithmetic: Readonly<Record<'a' | 'b' | 'c', ImageSet | null>>;
  /** The image whose code the sliders start from. */
  readonly start: ImageSource;
  /** The two ends of the path. */
  readonly ends: { readonly from: ImageSource; readonly to: ImageSource };
  /** How often random codes were drawn: those that are shown follow from it. */
  readonly draws: number;
}

export const firstExploration: Exploration = {
  axes: { kind: 'plane' },
  colourBy: 'class',
  manifold: null,
  quantiles: false,
  selected: null,
  arithmetic: { a: null, b: null, c: null },
  start: { kind: 'test', index: 0 },
  ends: { from: { kind: 'test', index: 0 }, to: { kind: 'test', index: 1 } },
  draws: 0,
};
