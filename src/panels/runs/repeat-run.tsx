// Trains the experiment of a run again with other seeds, as far as the run has come: how much of its error is chance?
import { Dices } from 'lucide-react';
import { seedCounts, seedsFrom } from '../../core/sweep/seeds';
import type { RunEntry } from '../../session/archive/run-entry';
import { useSession } from '../../session/hooks/session-context';
import { useSweeps } from '../../session/hooks/sweeps/use-sweeps';
import { TextButton } from '../../ui/controls/buttons/buttons';
import { repeatedName, repeatTexts } from './words';

export function RepeatRun({ entry }: { entry: RunEntry | undefined }) {
  const { sweeps } = useSession();
  const isBusy = useSweeps(({ running }) => running !== null);

  function repeat({ experiment, step, ...run }: RunEntry): void {
    const values = seedsFrom(experiment.seed, seedCounts.standard);
    sweeps.draft.change({ setting: 'seed', seeds: values.length, steps: step, picked: null });
    sweeps.start(
      { base: experiment, setting: 'seed', values, steps: step },
      repeatedName({ experiment, step, ...run }),
    );
    location.hash = '#compare/sweeps';
  }

  return (
    <TextButton
      look="plain"
      icon={Dices}
      disabled={entry === undefined || isBusy}
      explanation={isBusy ? repeatTexts.busy : repeatTexts.explanation}
      onClick={() => entry && repeat(entry)}
    >
      {repeatTexts.label}
    </TextButton>
  );
}
