// Which curves of a chart the person has taken away by pressing their names in the legend.
import { useMemo, useState } from 'react';

export interface HiddenSeries<T> {
  /** Ids of the curves that are not drawn. */
  hidden: ReadonlySet<string>;
  /** The curves that are. */
  drawn: readonly T[];
  toggle: (id: string) => void;
}

export function useHiddenSeries<T extends { readonly id: string }>(series: readonly T[]): HiddenSeries<T> {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const drawn = useMemo(() => series.filter(({ id }) => !hidden.has(id)), [series, hidden]);
  const toggle = (id: string) =>
    setHidden(
      (before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]),
    );
  return { hidden, drawn, toggle };
}
