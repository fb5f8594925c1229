// What the steps of several lessons ask for and note.
import { t } from '@lingui/core/macro';
import { controlText } from '../../core/experiment/control-texts';
import type { Experiment, ExperimentPatch, Setting } from '../../core/experiment/experiment';
import { sameValue } from '../../core/experiment/experiment';
import { valueText } from '../../core/number-text';
import type { DoStep, Results } from './lesson';
import type { LessonState } from './lesson-state';

/** Steps of training that most lessons ask for: seconds on any machine, and enough to see what is claimed. */
const fewSteps = 300;

type Needs = (state: LessonState) => string | null;

/** The first thing that is missing. */
export function needsAll(...needs: readonly Needs[]): Needs {
  return (state) => {
    for (const need of needs) {
      const missing = need(state);
      if (missing !== null) return missing;
    }
    return null;
  };
}

/**
 * That settings have these values.
 * @param names of values that are choices, as the controls call them
 */
export function needsSettings(
  wanted: ExperimentPatch,
  names: Readonly<Partial<Record<Setting, string>>> = {},
): Needs {
  return ({ experiment }) => {
    for (const setting of Object.keys(wanted) as Setting[]) {
      const value = wanted[setting] as Experiment[Setting];
      if (sameValue(experiment[setting], value)) continue;
      const { label } = controlText(setting);
      const needed = names[setting] ?? settingText(value);
      if (typeof value === 'string') return t`Set ${label} to ${needed}.`;
      const is = settingText(experiment[setting]);
      return t`${label} is ${is} now; it needs to be ${needed}.`;
    }
    return null;
  };
}

function settingText(value: Experiment[Setting]): string {
  if (Array.isArray(value)) return value.map(valueText).join(' · ');
  return typeof value === 'number' ? valueText(value) : value;
}

/** That the network began anew with the settings as they are. */
export function needsFresh({ step, stepsAsIs }: LessonState): string | null {
  return step > stepsAsIs ? t`Press Reset, so that the network begins again from random weights.` : null;
}

/** @param where what the view is called */
export function needsPlace(place: string, where: string): Needs {
  return (state) => (state.place === place ? null : t`Open ${where}.`);
}

export function waitsForPca({ pcaMse }: LessonState): string | null {
  return pcaMse === null ? t`PCA of the training set is still being computed.` : null;
}

/** Numbers under the name of what they were measured in: `under('wide', { Mse: 0.02 })` has `wideMse`. What is not known is left out. */
export function under(name: string, values: Readonly<Record<string, number | null | undefined>>): Results {
  const known = Object.entries(values).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return Object.fromEntries(known.map(([key, value]) => [name + key, value]));
}

/** The measurement of the test set under a name. */
export function noteTest(name: string): (state: LessonState) => Results {
  return ({ test, pcaMse, code, seconds }) =>
    under(name, {
      Mse: test?.mse,
      Input: test?.inputMse,
      Mean: test?.meanImageMse,
      Kl: test?.kl,
      Pca: pcaMse,
      Active: code?.active,
      Units: code?.units,
      Seconds: seconds,
    });
}

/** A step that trains the network as it stands. Where it names nothing else to look at, that is what comes out of the network. */
export function trainStep(
  step: Pick<DoStep, 'id' | 'title' | 'text'> &
    Partial<Pick<DoStep, 'lookAt' | 'trainFor' | 'waits' | 'needs' | 'help'>>,
): DoStep {
  return {
    kind: 'do',
    target: { kind: 'train' },
    lookAt: { kind: 'panel', panel: 'reconstructions' },
    trainFor: fewSteps,
    note: noteTest(step.id),
    help: [],
    ...step,
  };
}
