// A one-line explanation, with its formula where there is one, that appears on hover and on focus. `TooltipProvider` goes once
// around the app. It stands above its control: what a control changes is mostly below it or beside it. It stays while the pointer is
// over it, and Escape closes it (WCAG 1.4.13); a press goes through it, to the control that it covers, and closes it too.
import { Tooltip as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { Formula } from '../../formula/formula';
import styles from './tooltip.module.css';

/** Shared delay of all tooltips; everything under `src/ui/controls` needs one above it. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={450} skipDelayDuration={250}>
      {children}
    </Radix.Provider>
  );
}

interface TooltipProps {
  /** Nothing is shown when this is undefined. */
  text: ReactNode | undefined;
  /** Under the text, in TeX. */
  formula?: string | undefined;
  side?: 'top' | 'left';
  /** One element that takes a ref and pointer and focus handlers. */
  children: ReactElement;
}

export function Tooltip({ text, formula, side = 'top', children }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      {text !== undefined && (
        <Radix.Portal>
          <Radix.Content className={styles.tooltip} side={side} sideOffset={6} collisionPadding={8}>
            <span>{text}</span>
            {formula !== undefined && (
              <div className={styles.formula}>
                <Formula look="inline" tex={formula} />
              </div>
            )}
            <Radix.Arrow className={styles.arrow} width={10} height={5} />
          </Radix.Content>
        </Radix.Portal>
      )}
    </Radix.Root>
  );
}
