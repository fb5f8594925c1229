// An explanation of one element, shown when the pointer rests on it, on focus, and where a button in it is pressed
// (explained-label.tsx, info-button.tsx). What a control changes is mostly below it or beside it: the explanation stands above.
import { cloneElement, createContext, useId, useLayoutEffect, type ReactElement } from 'react';
import { explain, type Explanation } from './explanations';

/** The id of the explanation of the element around; null where there is none. */
export const ExplanationId = createContext<string | null>(null);

interface TooltipProps extends Partial<Explanation> {
  /** An element of the page, or a component that hands `data-explained` on to one. */
  children: ReactElement;
}

/** Nothing is shown where there is neither a text nor a term. */
export function Tooltip({ text, formula, term, side = 'top', children }: TooltipProps) {
  const id = useId();
  const isExplained = text !== undefined || term !== undefined;
  useLayoutEffect(
    () => (isExplained ? explain(id, { text, formula, term, side }) : undefined),
    [id, isExplained, text, formula, term, side],
  );
  return (
    <ExplanationId value={isExplained ? id : null}>
      {cloneElement(children as ReactElement<{ 'data-explained'?: string | undefined }>, {
        'data-explained': isExplained ? id : undefined,
      })}
    </ExplanationId>
  );
}
