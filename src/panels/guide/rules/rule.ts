// The rules that the line over the hourglass follows: what each says, and when.
import type { FamilyId } from '../../../catalog/families/registry';
import type { ExperimentPatch } from '../../../core/experiment/experiment';
import type { SampleWords } from '../../../core/samples/words/sample-words';
import type { GuideControl, GuideState } from '../../../session/guide/guide-state';

/** A rule of a list: the first whose `when` holds is the one. */
interface Rule<T> {
  readonly id: string;
  readonly when: (state: GuideState) => boolean;
  readonly say: (state: GuideState, words: SampleWords) => T;
}

/** Says what is going on: whole sentences. */
export type SituationRule = Rule<readonly string[]> & {
  /** It says itself what to do, or leaves nothing to do. */
  readonly isLast?: true;
  /** The control that it names, where it names one. */
  readonly control?: GuideControl;
};

/** Says what to try. */
export type NextStepRule = Rule<string> & {
  /** The control that it names. It has to be there and open. */
  readonly control: GuideControl;
  readonly action?: (state: GuideState) => GuideAction;
};

/** What the line's button does. */
export type GuideAction =
  | { readonly kind: 'change'; readonly label: string; readonly patch: ExperimentPatch }
  | { readonly kind: 'family'; readonly label: string; readonly family: FamilyId }
  | { readonly kind: 'link'; readonly label: string; readonly href: string };
