// The slider of the bottleneck beside Train. A teacher's link hides and locks it as it does the one among the controls.
import { usePart } from '../../../session/hooks/shared-link/use-part';
import { Lockable } from '../../../ui/controls/lock/lockable';
import { BottleneckSize } from '../sections/bottleneck-size';
import styles from './bottleneck-at-hand.module.css';

export function BottleneckAtHand() {
  return (
    <Lockable {...usePart('section.model')}>
      <div className={styles.atHand}>
        <BottleneckSize isBare />
      </div>
    </Lockable>
  );
}
