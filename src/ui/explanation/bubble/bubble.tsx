// The explanation that is shown. By pointer and by focus it is a tooltip, which describes what is focused; opened by a press it is a
// small dialog beside the page, which has the focus until Tab or Escape gives it back.
import { t } from '@lingui/core/macro';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { termHref } from '../../../core/glossary/term-id';
import { Formula } from '../../formula/formula';
import { explanationOf, hide, type Explanation, type Shown } from '../explanations';
import type { LoadTerm } from '../term-source';
import styles from './bubble.module.css';
import { useBubblePlace } from './use-bubble-place';
import { useTerm } from './use-term';

interface BubbleProps {
  shown: Shown;
  loadTerm: LoadTerm;
}

/** Nothing while the sentence of a term loads. */
export function Bubble({ shown, loadTerm }: BubbleProps) {
  const explanation = explanationOf(shown.id);
  const { text, term } = explanation ?? {};
  const loaded = useTerm(text === undefined ? term : undefined, loadTerm);
  if (explanation === undefined) return null;
  const words = text ?? (loaded === null ? t`The glossary did not load.` : loaded?.sentence);
  if (words === undefined) return null;
  const formula = explanation.formula ?? loaded?.formula;
  return createPortal(
    <ShownBubble key={shown.id} shown={shown} explanation={{ ...explanation, formula }} words={words} />,
    layerOf(shown.anchor),
  );
}

/** While a dialog is open, only what is in it can be reached. Elsewhere words belong into a landmark of the page. */
function layerOf(anchor: HTMLElement): HTMLElement {
  const [dialog, main] = [anchor.closest('dialog'), anchor.closest('main')];
  return dialog ?? main ?? anchor.closest<HTMLElement>('header, nav, aside') ?? document.body;
}

interface ShownBubbleProps {
  shown: Shown;
  explanation: Explanation;
  words: ReactNode;
}

const id = 'explanation';
// Safari before 17, Firefox before 125.
const canPopOver = 'showPopover' in HTMLElement.prototype;

function ShownBubble({ shown, explanation, words }: ShownBubbleProps) {
  const { anchor, by, pressed } = shown;
  const { formula, term, side } = explanation;
  const bubble = useRef<HTMLDivElement>(null);
  const isPressed = by === 'press';

  // Without popovers it is an element above the others.
  useLayoutEffect(() => {
    return canPopOver && bubble.current ? openAbove(bubble.current) : undefined;
  }, []);
  const place = useBubblePlace(bubble, anchor, side);

  useEffect(() => {
    if (isPressed) bubble.current?.focus({ preventScroll: true });
  }, [isPressed]);

  useEffect(() => {
    const focused = document.activeElement;
    if (by !== 'focus' || focused === null || focused.hasAttribute('aria-describedby')) return;
    focused.setAttribute('aria-describedby', id);
    return () => focused.removeAttribute('aria-describedby');
  }, [by]);

  /** Tab goes on from what was pressed. */
  function onKeyDown({ key, shiftKey, target }: KeyboardEvent) {
    if (key !== 'Tab' || (!shiftKey && term !== undefined && target === bubble.current)) return;
    pressed?.focus({ preventScroll: true });
    hide();
  }

  const name = pressed?.getAttribute('aria-label') ?? pressed?.textContent ?? undefined;
  return (
    <div
      ref={bubble}
      id={id}
      popover="manual"
      role={isPressed ? 'dialog' : 'tooltip'}
      aria-label={isPressed ? name : undefined}
      aria-describedby={isPressed ? `${id}-text` : undefined}
      tabIndex={isPressed ? -1 : undefined}
      className={styles.bubble}
      data-explanation=""
      data-side={place?.side}
      style={place === null ? { opacity: 0 } : styleOf(place)}
      onKeyDown={onKeyDown}
    >
      <span id={`${id}-text`} className={styles.text}>
        {words}
      </span>
      {formula !== undefined && (
        <span className={styles.formula}>
          <Formula look="inline" tex={formula} />
        </span>
      )}
      {term !== undefined && (
        <a href={termHref(term)} tabIndex={isPressed ? 0 : -1} className={styles.link} onClick={hide}>
          <span>{t`In the glossary`}</span>
          {by === 'focus' && <kbd className={styles.key}>F1</kbd>}
        </a>
      )}
      <span className={styles.tip} aria-hidden="true" />
    </div>
  );
}

/** Shows a popover. Another one that is just opening or closing, and moved the focus here, has to be done first. */
function openAbove(popover: HTMLElement): (() => void) | undefined {
  try {
    popover.showPopover();
    return undefined;
  } catch {
    const again = setTimeout(() => popover.showPopover());
    return () => clearTimeout(again);
  }
}

function styleOf({ left, top, tip }: { left: number; top: number; tip: number }): CSSProperties {
  return { left, top, '--tip': `${tip}px` } as CSSProperties;
}
