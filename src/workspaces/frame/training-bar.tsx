// Train, Step and Reset of the main run. On a phone they stay under the thumb, with the slider of the bottleneck beside them; Step and
// Reset come out when they are asked for.
import { t } from '@lingui/core/macro';
import { ChevronUp } from 'lucide-react';
import { useState } from 'react';
import { BottleneckAtHand } from '../../panels/controls/at-hand/bottleneck-at-hand';
import { Transport } from '../../panels/transport/transport';
import { IconButton } from '../../ui/controls/buttons/buttons';
import { phoneQuery, useMedia } from '../../ui/media';
import styles from './training-bar.module.css';

export function TrainingBar() {
  const isOnPhone = useMedia(phoneQuery);
  const [isOpen, setOpen] = useState(false);
  if (!isOnPhone) return <Transport />;
  return (
    <div className={styles.bar} data-bar="train" data-open={isOpen}>
      <Transport />
      <div className={styles.bottleneck}>
        <BottleneckAtHand />
      </div>
      <IconButton
        label={t`Step and Reset`}
        icon={ChevronUp}
        pressed={isOpen}
        className={styles.more}
        onClick={() => setOpen(!isOpen)}
      />
    </div>
  );
}
