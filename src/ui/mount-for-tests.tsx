// Puts a view on a page of its own for a browser test, in StrictMode, and takes it away again.
import { StrictMode } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { ExplanationLayer } from './explanation/explanation-layer';
import './theme/base.css';

export interface Mounted {
  readonly host: HTMLElement;
  /** Renders something else in the same place. */
  show(view: ReactNode): void;
  unmount(): void;
}

const noTerm = () => Promise.reject(new Error('Tests of views have no glossary.'));

/** Renders `view` in a box of this size (CSS pixels) at the top left of the page. */
export function mount(view: ReactNode, width = 480, height = 260): Mounted {
  const host = document.createElement('div');
  host.style.cssText = `position:fixed;top:0;left:0;width:${width}px;height:${height}px`;
  document.body.append(host);
  const root = createRoot(host);
  const show = (next: ReactNode) =>
    root.render(
      <StrictMode>
        {next}
        <ExplanationLayer loadTerm={noTerm} />
      </StrictMode>,
    );
  show(view);
  return {
    host,
    show,
    unmount() {
      root.unmount();
      host.remove();
    },
  };
}

/** Sends one pointer event of a mouse's primary button to `target`, at a place of the page. */
export function point(
  target: Element,
  type: 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel',
  clientX: number,
  clientY: number,
  button = 0,
): void {
  const buttons = type === 'pointerup' ? 0 : 1;
  target.dispatchEvent(
    new PointerEvent(type, {
      bubbles: true,
      cancelable: true,
      pointerId: 1,
      pointerType: 'mouse',
      isPrimary: true,
      button: type === 'pointermove' ? -1 : button,
      buttons,
      clientX,
      clientY,
    }),
  );
}
