// Which sample of the batch is followed.
import { t } from '@lingui/core/macro';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { StepTrace, TracedSample } from '../../core/engine-api/tracing';
import { useDataset, useSampleWords } from '../../session/hooks/datasets/use-dataset';
import { useSlowMotion } from '../../session/hooks/slow-motion/use-slow-motion';
import { IconButton } from '../../ui/controls/buttons/buttons';
import styles from './slow-motion.module.css';

export function SampleChoice({ trace, sample }: { trace: StepTrace; sample: TracedSample }) {
  const { choose } = useSlowMotion();
  const { oneFirst } = useSampleWords();
  const info = useDataset();
  const [place, count] = [sample.row + 1, trace.batchSize];
  const name = info?.classNames[sample.label];
  return (
    <div className={styles.choice} role="group" aria-label={t`Which sample of the batch is followed`}>
      <IconButton
        label={t`The one before in the batch`}
        icon={ChevronLeft}
        size="small"
        disabled={sample.row === 0}
        onClick={() => void choose(sample.row - 1)}
      />
      <output aria-label={t`Followed`} data-value={sample.row}>
        {name === undefined
          ? t`${oneFirst} ${place} of ${count}`
          : t`${oneFirst} ${place} of ${count}: ${name}`}
      </output>
      <IconButton
        label={t`The next in the batch`}
        icon={ChevronRight}
        size="small"
        disabled={sample.row === count - 1}
        onClick={() => void choose(sample.row + 1)}
      />
    </div>
  );
}
