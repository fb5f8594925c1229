// What saved files say of where they come from, and how the page is shown in light colours for a moment: the app knows both, and
// tells them to the menu of every card.

import type { Offer } from './offers';

/** The experiment that a card shows. */
export interface Source {
  /** Short, for names of files: `Undercomplete · code 16 · MNIST`. */
  readonly name: string;
  /** Under the picture, and in its description: the name with step and seed. */
  readonly caption: string;
}

/** `codes`: of the whole test set; `layers`: what every layer makes of the focused sample. */
export type Computed = 'codes' | 'layers';

export interface PageFacts {
  readonly offers: (of: Computed) => readonly Offer[];
  readonly source: () => Source;
  /** Shows the page in this theme, whatever was chosen; null: in the chosen one. */
  readonly showTheme: (theme: 'light' | null) => void;
}

type Load = () => Promise<PageFacts>;

let load: Load | null = null;

/** Called once, by the page. */
export function providePageFacts(loader: Load): void {
  load = loader;
}

/** Null on a page without an app around, as in tests of a single view. */
export async function pageFacts(): Promise<PageFacts | null> {
  return load === null ? null : load();
}
