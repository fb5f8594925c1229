// A sign that a sweep is running while something else is shown, and the way to it.
import { t } from '@lingui/core/macro';
import { percentText } from '../../core/number-text';
import { useSweeps } from '../../session/hooks/sweeps/use-sweeps';
import { Tooltip } from '../../ui/explanation/tooltip';
import { useShown } from '../navigation/navigation';
import styles from './sweep-link.module.css';

const subView = 'sweeps';

export function SweepLink() {
  const isThere = useShown().subView?.id === subView;
  const isRunning = useSweeps(({ running }) => running !== null);
  const isPaused = useSweeps(
    ({ running, sweeps }) => sweeps.find(({ id }) => id === running?.id)?.status === 'paused',
  );
  // In whole per cent, so that most steps cause no render.
  const share = useSweeps(({ running }) => percentText(Math.floor(100 * (running?.share ?? 0)) / 100));
  if (!isRunning || isThere) return null;
  return (
    <Tooltip text={t`A sweep trains in the background`}>
      <a href={`#compare/${subView}`} className={styles.link} data-paused={isPaused}>
        <span className={styles.dot} aria-hidden="true" />
        <span>
          <span className={styles.word}>{`${t`Sweep`} `}</span>
          <span>{isPaused ? t`paused` : share}</span>
        </span>
      </a>
    </Tooltip>
  );
}
