// The line over the hourglass: what is going on, and what to try next. Two ordered lists of rules, of which the first that applies
// speaks (situations.ts, next-steps.ts). Pure: everything follows from the guide's state.
import type { SampleWords } from '../../core/samples/words/sample-words';
import type { GuideControl, GuideState } from '../../session/guide/guide-state';
import { nextSteps } from './rules/next-steps';
import type { GuideAction } from './rules/rule';
import { situations } from './rules/situations';

export interface Advice {
  /** Of the situation, and of the next step after a `+`. */
  readonly id: string;
  readonly sentences: readonly string[];
  /** What is highlighted while the line is pointed at. */
  readonly control: GuideControl | null;
  readonly action: GuideAction | null;
}

export function adviceOn(state: GuideState, words: SampleWords): Advice {
  const situation = situations.find(({ when }) => when(state));
  const step =
    situation?.isLast === true
      ? undefined
      : nextSteps.find(({ control, when }) => state.can[control] && when(state));
  const ownControl = situation?.control;
  return {
    id: [situation, step].flatMap((rule) => (rule ? [rule.id] : [])).join('+'),
    sentences: [...(situation?.say(state, words) ?? []), ...(step ? [step.say(state, words)] : [])],
    control: step?.control ?? (ownControl && state.can[ownControl] ? ownControl : null),
    action: step?.action?.(state) ?? null,
  };
}
