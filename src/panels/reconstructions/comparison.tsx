// The line that compares the network with other methods. It comes in a chunk of its own: before the first measurement it has
// nothing to say.
import { t } from '@lingui/core/macro';
import { lazyInline } from '../../ui/lazy/lazy-inline';
import styles from './reconstructions.module.css';

interface ComparisonProps {
  hasNoise: boolean;
}

const LazyComparison = lazyInline<ComparisonProps>(
  async () => {
    const [{ HonestNumbers }, { PcaVerdict }] = await Promise.all([
      import('./honest-numbers'),
      import('./pca-verdict'),
    ]);
    return ({ hasNoise }) => (hasNoise ? <HonestNumbers /> : <PcaVerdict />);
  },
  () => <p className={styles.honest}>{t`Comparison not loaded.`}</p>,
);

/** Keeps the height of its line while it loads. */
export function Comparison(props: ComparisonProps) {
  return (
    <div className={styles.comparison}>
      <LazyComparison {...props} />
    </div>
  );
}
