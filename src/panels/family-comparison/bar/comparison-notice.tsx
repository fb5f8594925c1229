// Notices that the four runs have ended, or that the settings have changed since they started.
import { t } from '@lingui/core/macro';
import { controlTexts } from '../../../core/experiment/control-texts';
import { difference, type Experiment, type Setting } from '../../../core/experiment/experiment';
import { inEffect } from '../../../core/experiment/rules';
import { useSession } from '../../../session/hooks/session-context';
import { statusOf, type EndReason } from '../../../session/comparison/comparison';
import { familyRuns, isOfOtherSettings, ofFamily } from '../../../session/comparison/families';
import { useComparison } from '../../../session/hooks/use-comparison';
import { useEngine } from '../../../session/hooks/use-engine';
import { useExperiment } from '../../../session/hooks/use-experiment';
import { Notice } from '../../../ui/controls/notice/notice';

const endings: Record<EndReason, string> = {
  stopped: t`Stopped. These are the last pictures and numbers of the four; they are no longer computed.`,
  rebuilt: t`A new run was started in Train, which ended these four. Their last pictures and numbers are kept.`,
  'engine-lost': t`The engine kept stopping, which ended these four. Their last pictures and numbers are kept.`,
};

export function ComparisonNotice() {
  const { families } = useSession();
  const state = useComparison((one) => one);
  const chosen = useExperiment((experiment) => experiment);
  const canTrain = useEngine((engine) => engine.phase === 'running');
  const { runs, ended } = state;
  if (runs.length === 0) return null;
  const isOther = isOfOtherSettings(state, chosen);
  if (ended === null && !isOther) return null;
  const before = ofFamily(runs, 'undercomplete')?.run.experiment;
  const next = ofFamily(familyRuns(chosen, state.codeSize), 'undercomplete')?.experiment;
  const changed = isOther && before && next ? changedLabels(before, next) : [];
  const since =
    changed.length > 0
      ? t`They were trained with earlier settings. Changed since: ${{ changed: changed.join(', ') }}.`
      : isOther
        ? t`They were trained with earlier settings.`
        : undefined;
  const isTraining = statusOf(state) === 'training';
  return (
    <Notice
      kind={ended === null || ended === 'stopped' ? 'info' : 'warning'}
      message={ended === null ? (since ?? '') : endings[ended]}
      detail={ended === null ? undefined : since}
      action={
        canTrain ? { label: isTraining ? t`Start over` : t`Train again`, onClick: families.start } : undefined
      }
    />
  );
}

function changedLabels(from: Experiment, to: Experiment): string[] {
  const changed = inEffect(Object.keys(difference(from, to)) as Setting[], from, to);
  return changed.map((setting) => controlTexts[setting].label);
}
