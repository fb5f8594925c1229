// How many seeds an experiment is repeated with, and which these are.
import { t } from '@lingui/core/macro';
import { seedCounts, seedsFrom } from '../../../core/sweep/seeds';
import { useSession } from '../../../session/hooks/session-context';
import { useExperiment } from '../../../session/hooks/use-experiment';
import { useSweepDraft } from '../../../session/hooks/sweeps/use-sweep-draft';
import { NumberField } from '../../../ui/controls/fields/number-field';
import { seedsText } from '../words';
import text from '../sweep-text.module.css';

export function SeedCount({ onValidity }: { onValidity: (isValid: boolean) => void }) {
  const { sweeps } = useSession();
  const seed = useExperiment((experiment) => experiment.seed);
  const count = useSweepDraft(({ seeds }) => seeds);
  return (
    <div>
      <NumberField
        label={t`Number of seeds`}
        value={count}
        min={seedCounts.min}
        max={seedCounts.max}
        integer
        explanation={t`More seeds tell smaller differences from chance, and take longer.`}
        onCommit={(seeds) => sweeps.draft.change({ seeds })}
        onValidity={onValidity}
      />
      <p className={text.note}>{seedsText(seedsFrom(seed, count))}</p>
    </div>
  );
}
