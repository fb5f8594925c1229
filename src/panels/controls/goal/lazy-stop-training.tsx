// The control in a chunk of its own: nobody needs it before the first network is shown.
import { t } from '@lingui/core/macro';
import { lazyPart } from '../../../ui/boundary/lazy-part';
import styles from './lazy-stop-training.module.css';

export const LazyStopTraining = lazyPart({
  name: t`What stops training`,
  load: async () => (await import('./stop-training')).StopTraining,
  className: styles.place,
});
