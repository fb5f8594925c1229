// One term of the glossary. What a registry says already (a loss's formula, what a penalty does) is taken from there.
import type { TermId } from '../../core/glossary/term-id';
import type { SampleText } from '../../core/samples/words/sample-words';
import type { ReferenceId } from '../references/registry';
import type { ViewId } from './views';

export interface GlossaryEntry {
  /** The word itself. */
  term: string;
  /** What it means, in one sentence. */
  sentence: string;
  /** What choosing it does here: the summary of its entry in a registry, or of its control. */
  effect?: SampleText | undefined;
  /** In TeX. */
  formula?: string | undefined;
  /** Where in the playground it is to be seen or set: at least one. */
  places: readonly [Place, ...Place[]];
  sources?: readonly ReferenceId[];
  related: readonly TermId[];
  /** Other words that a person may look for, in the language of the page. */
  alsoCalled?: string;
}

export interface Place {
  view: ViewId;
  /** The control, the read-out or the panel there, as it is called on the screen; left out where the view is the place. */
  control?: string;
}
