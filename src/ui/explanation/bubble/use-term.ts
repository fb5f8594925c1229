// The sentence of a term, loaded when it is first asked for.
import { useEffect, useState } from 'react';
import type { TermId } from '../../../core/glossary/term-id';
import type { LoadTerm, TermText } from '../term-source';

interface Loaded {
  readonly id: TermId;
  /** Null: it did not arrive. */
  readonly text: TermText | null;
}

/** Undefined while it loads, and where no term is asked for; null where it did not arrive, which is tried again next time. */
export function useTerm(id: TermId | undefined, loadTerm: LoadTerm): TermText | null | undefined {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    if (id === undefined) return;
    let isAsked = true;
    const tell = (text: TermText | null) => {
      if (isAsked) setLoaded({ id, text });
    };
    loadTerm(id).then(tell, () => tell(null));
    return () => {
      isAsked = false;
    };
  }, [id, loadTerm]);
  return loaded !== null && loaded.id === id ? loaded.text : undefined;
}
