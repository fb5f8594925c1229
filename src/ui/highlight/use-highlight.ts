// A calm ring around a control that is spoken of elsewhere. Controls are found by `data-control`, wherever they stand.
import { useEffect } from 'react';
import './highlight.css';

const attribute = 'data-highlighted';

/** @param control the value of `data-control`; null: none is highlighted */
export function useHighlight(control: string | null): void {
  useEffect(() => {
    if (control === null) return undefined;
    const elements = [...document.querySelectorAll(`[data-control="${CSS.escape(control)}"]`)];
    elements.forEach((element) => element.setAttribute(attribute, ''));
    return () => elements.forEach((element) => element.removeAttribute(attribute));
  }, [control]);
}
