// The keys: those of the workspace and sub-view that are shown, those of presenting, and ? for help. A key does nothing where the focused
// element has a use for it.
import { keysAt } from '../workspaces/address';
import type { Session } from '../session/session';
import type { WorkspaceKey } from '../workspaces/frame/workspace';
import { presentationStore } from '../session/page/presentation/presentation';
import { helpKey } from './help/help-key';
import { navigationStore } from './navigation/navigation';
import { presentKeys } from './present/present-keys';

/** What the focused element is, as far as keys go. */
export type FocusKind = 'text' | 'select' | 'pressable' | 'range' | 'other';

type Pressed = Pick<KeyboardEvent, 'key' | 'repeat' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** The one of `keys` that is pressed, or null where the key is not for us. */
export function pressedKey(
  keys: readonly WorkspaceKey[],
  pressed: Pressed,
  focus: FocusKind,
): WorkspaceKey | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  // A select jumps to the entry whose letter is typed, a field takes the letter, Space presses a button.
  if (focus === 'text' || focus === 'select') return null;
  if (focus === 'pressable' && pressed.key === ' ') return null;
  if (focus === 'range' && pressed.key.startsWith('Page')) return null;
  const found = keys.find(({ key }) => key === pressed.key.toLowerCase());
  return found === undefined || (pressed.repeat && !found.repeats) ? null : found;
}

function focusKind(element: Element | null): FocusKind {
  if (element instanceof HTMLSelectElement) return 'select';
  if (element instanceof HTMLTextAreaElement) return 'text';
  if (element instanceof HTMLElement && element.isContentEditable) return 'text';
  if (element instanceof HTMLInputElement) {
    if (element.type === 'range') return 'range';
    return element.type === 'radio' || element.type === 'checkbox' ? 'pressable' : 'text';
  }
  return element?.closest('button, summary, a[href], [role="button"]') ? 'pressable' : 'other';
}

/** The part of `window` that is needed. */
interface KeySource {
  addEventListener(type: 'keydown', listener: (event: KeyboardEvent) => void): void;
}

export function startKeyboard(session: Session, page: KeySource = window): void {
  page.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    const inDialog = document.querySelector('dialog[open]') !== null;
    // Behind a dialog the keys are off, except that of the help.
    const { shown } = navigationStore.getState();
    const keys = inDialog ? [] : [...keysAt(shown), ...presentKeys(presentationStore.getState())];
    const key = pressedKey([...keys, helpKey], event, focusKind(document.activeElement));
    if (key === null) return;
    event.preventDefault(); // Space would scroll the page
    key.act(session);
  });
}
