// A formula in TeX. KaTeX arrives after the page does: until then the line is kept free, and if it never arrives the TeX
// itself is shown. A formula wider than its place is set smaller, and scrolls where that would be too small to read.
import { memo } from 'react';
import { classNames } from '../class-names';
import { FittedLine } from './fitted-line';
import { useHasBeenInView } from '../in-view/in-view';
import { lazyInline } from '../lazy/lazy-inline';
import styles from './formula.module.css';

interface FormulaProps {
  tex: string;
  /** `line` has a line of its own as wide as its place; `inline` stands within text, such as a symbol beside a label. */
  look?: 'line' | 'inline';
  className?: string | undefined;
}

export function Formula({ tex, look = 'line', className }: FormulaProps) {
  if (look === 'inline') {
    return (
      <span className={classNames(styles.inline, className)}>
        <LateMath tex={tex} />
      </span>
    );
  }
  return (
    <FittedLine rows={rowsOf(tex)} className={className}>
      <LateMath tex={tex} />
    </FittedLine>
  );
}

/** How many lines stand above each other, as in `cases`. */
function rowsOf(tex: string): number {
  return tex.split(String.raw`\\`).length;
}

const LazyMath = lazyInline<{ tex: string }>(
  async () => (await import('./typeset-math')).TypesetMath,
  ({ tex }) => <code>{tex}</code>,
);

/** Typeset once for each formula that comes into view, however often the control beside it is drawn again. */
const LateMath = memo(({ tex }: { tex: string }) => {
  const isDue = useHasBeenInView();
  return isDue ? <LazyMath tex={tex} /> : <span />;
});
