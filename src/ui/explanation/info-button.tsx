// An "i" that opens the explanation around it. A control needs it only where nothing can hover: elsewhere resting on the control, or
// its focus, shows the same.
import { Info } from 'lucide-react';
import { classNames } from '../class-names';
import { toggleByPress } from './explanations';
import styles from './explanation.module.css';
import { useIsPressed } from './use-is-pressed';

interface InfoButtonProps {
  /** Accessible name. */
  name: string;
  /** `always`: also where there is a pointer that can hover, for what has no visible name. */
  shown?: 'touch' | 'always';
  className?: string | undefined;
  /** Where the button itself is what is explained. */
  'data-explained'?: string | undefined;
}

/** Nothing where nothing is explained. */
export function InfoButton({ name, shown = 'touch', className, ...explained }: InfoButtonProps) {
  const isPressed = useIsPressed();
  if (isPressed === null) return null;
  return (
    <button
      type="button"
      className={classNames(styles.info, shown === 'touch' && styles.forTouch, className)}
      aria-label={name}
      {...explained}
      aria-expanded={isPressed}
      onClick={({ currentTarget }) => toggleByPress(currentTarget)}
    >
      <Info size={15} aria-hidden="true" />
    </button>
  );
}
