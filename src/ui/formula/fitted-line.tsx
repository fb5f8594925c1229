// A line that is set smaller when it does not fit, down to what can still be read; from there on it scrolls.
import { t } from '@lingui/core/macro';
import { useLayoutEffect, useRef, useState } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { classNames } from '../class-names';
import styles from './formula.module.css';

/** Below this share of its size a formula could not be read. */
const smallest = 0.8;

interface FittedLineProps {
  /** Lines above each other, for which the height is kept. */
  rows: number;
  children: ReactNode;
  className?: string | undefined;
}

export function FittedLine({ rows, children, className }: FittedLineProps) {
  const place = useRef<HTMLSpanElement>(null);
  const content = useRef<HTMLSpanElement>(null);
  const [fit, setFit] = useState({ scale: 1, scrolls: false });

  useLayoutEffect(() => {
    if (!place.current || !content.current) return;
    const box = place.current;
    const line = content.current;
    const measure = () => {
      const set = Number(line.style.getPropertyValue('--scale')) || 1;
      const natural = line.getBoundingClientRect().width / set;
      // Half a pixel less, for what rounding adds.
      const wanted = natural > 0 ? Math.min(1, (box.clientWidth - 0.5) / natural) : 1;
      const scale = Math.max(smallest, Math.floor(wanted * 100) / 100);
      setFit((before) =>
        before.scale === scale && before.scrolls === wanted < smallest
          ? before
          : { scale, scrolls: wanted < smallest },
      );
    };
    // It measures at once, after the layout of the frame: asking before would lay the page out one time more.
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    observer.observe(line);
    return () => observer.disconnect();
  }, []);

  return (
    <span
      ref={place}
      className={classNames(styles.place, className)}
      style={{ '--rows': rows } as CSSProperties}
      {...(fit.scrolls ? { tabIndex: 0, role: 'group', 'aria-label': t`Formula` } : {})}
    >
      <span ref={content} className={styles.line} style={{ '--scale': fit.scale } as CSSProperties}>
        {children}
      </span>
    </span>
  );
}
