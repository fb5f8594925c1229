// Buttons: the transport (Train, Step, Reset), the icon in a corner, and the plain text button of a card's header.
import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { classNames } from '../../class-names';
import styles from './buttons.module.css';
import { Tooltip } from '../../explanation/tooltip';

interface CommonProps {
  onClick: () => void;
  explanation?: string | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
  /** Says the key that does the same, such as `Space`, to assistive technology. */
  keyShortcut?: string | undefined;
}

interface TransportButtonProps extends CommonProps {
  /** Text and accessible name, exactly. */
  label: string;
  icon: LucideIcon;
  /** `primary` is the one filled with the accent. */
  look?: 'primary' | 'plain';
  /** A plain button that asks for attention, such as Reset when what runs is not what is chosen. */
  highlighted?: boolean;
  /** What it is called where it is highlighted from elsewhere (`ui/highlight`). */
  control?: string | undefined;
}

export function TransportButton(props: TransportButtonProps) {
  const { label, icon: Icon, look = 'plain', highlighted = false, onClick, className } = props;
  return (
    <Tooltip text={props.explanation}>
      <button
        type="button"
        className={classNames(styles.transport, styles[look], highlighted && styles.highlighted, className)}
        disabled={props.disabled}
        aria-keyshortcuts={props.keyShortcut}
        data-control={props.control}
        onClick={onClick}
      >
        <Icon
          size={look === 'primary' ? 16 : 14}
          fill={look === 'primary' ? 'currentColor' : 'none'}
          aria-hidden="true"
        />
        <span>{label}</span>
      </button>
    </Tooltip>
  );
}

interface IconButtonProps extends CommonProps {
  /** Accessible name, and what the tooltip says when there is no explanation. */
  label: string;
  icon: LucideIcon;
  /** For a button that stays down. */
  pressed?: boolean | undefined;
  size?: 'small' | 'medium';
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton(props: IconButtonProps) {
  const { label, icon: Icon, pressed, size = 'medium', onClick, className, ref } = props;
  return (
    <Tooltip text={props.explanation ?? label}>
      <button
        ref={ref}
        type="button"
        className={classNames(styles.icon, size === 'small' && styles.small, className)}
        aria-label={label}
        aria-pressed={pressed}
        aria-keyshortcuts={props.keyShortcut}
        disabled={props.disabled}
        onClick={onClick}
      >
        <Icon size={size === 'small' ? 14 : 16} aria-hidden="true" />
      </button>
    </Tooltip>
  );
}

interface TextButtonProps extends CommonProps {
  children: ReactNode;
  /** Accessible name where the text alone does not say enough: `Clear drawing` for "Clear". */
  label?: string | undefined;
  icon?: LucideIcon | undefined;
  /** `quiet` has no border; `plain` has one. */
  look?: 'quiet' | 'plain';
}

export function TextButton(props: TextButtonProps) {
  const { children, label, icon: Icon, look = 'quiet', onClick, className } = props;
  return (
    <Tooltip text={props.explanation}>
      <button
        type="button"
        className={classNames(styles.text, look === 'plain' && styles.bordered, className)}
        aria-label={label}
        aria-keyshortcuts={props.keyShortcut}
        disabled={props.disabled}
        onClick={onClick}
      >
        <span>{children}</span>
        {Icon && <Icon size={12} aria-hidden="true" />}
      </button>
    </Tooltip>
  );
}
