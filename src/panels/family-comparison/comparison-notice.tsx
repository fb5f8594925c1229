// What has become of the four since they were started, where that is not what the person asked for last.
import { controlTexts } from '../../core/control-texts';
import { difference, type Experiment, type Setting } from '../../core/experiment';
import { inEffect } from '../../core/rules';
import { comparison } from '../../session/actions';
import { isOfOtherSettings, nextExperiments, statusOf, type EndReason } from '../../session/comparison';
import { useComparison } from '../../session/comparison-store';
import { useEngine } from '../../session/engine-store';
import { useExperiment } from '../../session/experiment-store';
import { Notice } from '../../ui/controls/notice';

const endings: Record<EndReason, string> = {
  stopped: 'Stopped. These are the last pictures and numbers of the four; they are no longer computed.',
  rebuilt: 'A new run was begun in Train, which ended these four. Their last pictures and numbers are kept.',
  'engine-lost':
    'The engine was restarted, which ended these four. Their last pictures and numbers are kept.',
};

export function ComparisonNotice() {
  const state = useComparison((one) => one);
  const chosen = useExperiment((experiment) => experiment);
  const canTrain = useEngine((engine) => engine.phase === 'running');
  const { runs, ended } = state;
  if (runs === null) return null;
  const isOther = isOfOtherSettings(state, chosen);
  if (ended === null && !isOther) return null;
  const changed = isOther
    ? changedLabels(runs.undercomplete.run.experiment, nextExperiments(state, chosen).undercomplete)
    : [];
  const since =
    changed.length > 0
      ? `They are of earlier settings; changed since: ${changed.join(', ')}.`
      : isOther
        ? 'They are of earlier settings.'
        : undefined;
  const isTraining = statusOf(state) === 'training';
  return (
    <Notice
      kind={ended === null || ended === 'stopped' ? 'info' : 'warning'}
      message={ended === null ? (since ?? '') : endings[ended]}
      detail={ended === null ? undefined : since}
      action={
        canTrain ? { label: isTraining ? 'Start anew' : 'Train again', onClick: comparison.start } : undefined
      }
    />
  );
}

function changedLabels(from: Experiment, to: Experiment): string[] {
  const changed = inEffect(Object.keys(difference(from, to)) as Setting[], from, to);
  return changed.map((setting) => controlTexts[setting].label.toLowerCase());
}
