// The keys: Space trains and pauses, . makes one step, R resets, ? shows help. Never while the key means something to the
// element that has the focus. In Compare, Space is the comparison's, and there is no single step and no reset.
import { comparison, reset, stepOnce, toggleTraining } from '../session/actions';
import { statusOf } from '../session/comparison';
import { comparisonStore } from '../session/comparison-store';
import { toggleHelp } from './help-store';
import { workspaceStore, type Workspace } from './workspaces';

export type KeyAction = 'toggle' | 'step' | 'reset' | 'help';

/** What the focused element is, as far as keys go. */
export type FocusKind = 'text' | 'select' | 'pressable' | 'other';

type Pressed = Pick<KeyboardEvent, 'key' | 'repeat' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What a key does, or null where it does nothing here. */
export function keyAction(pressed: Pressed, focus: FocusKind): KeyAction | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  // A select jumps to the entry whose letter is typed, a field takes the letter.
  if (focus === 'text' || focus === 'select') return null;
  if (pressed.key === '.') return 'step';
  if (pressed.repeat) return null;
  if (pressed.key === ' ') return focus === 'pressable' ? null : 'toggle';
  if (pressed.key.toLowerCase() === 'r') return 'reset';
  return pressed.key === '?' ? 'help' : null;
}

function focusKind(element: Element | null): FocusKind {
  if (element instanceof HTMLSelectElement) return 'select';
  if (element instanceof HTMLTextAreaElement) return 'text';
  if (element instanceof HTMLElement && element.isContentEditable) return 'text';
  if (element instanceof HTMLInputElement) {
    if (element.type === 'range') return 'other';
    return element.type === 'radio' || element.type === 'checkbox' ? 'pressable' : 'text';
  }
  return element?.closest('button, summary, a[href], [role="button"]') ? 'pressable' : 'other';
}

type Actions = Partial<Record<KeyAction, () => void>>;

const actions: Record<Workspace, Actions> = {
  train: { toggle: toggleTraining, step: stepOnce, reset, help: toggleHelp },
  explore: { toggle: toggleTraining, step: stepOnce, reset, help: toggleHelp },
  compare: { toggle: toggleComparison, help: toggleHelp },
};

/** A key that slips does not throw away what has been trained: to train four anew there is the button. */
function toggleComparison(): void {
  const status = statusOf(comparisonStore.getState());
  if (status !== 'finished' && status !== 'ended') comparison.toggle();
}

export function startKeyboard(): void {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    const action = keyAction(event, focusKind(document.activeElement));
    const inDialog = document.querySelector('[role="dialog"]') !== null;
    if (action === null || (inDialog && action !== 'help')) return;
    const act = actions[workspaceStore.getState().shown][action];
    if (act === undefined) return;
    event.preventDefault(); // Space would scroll the page
    act();
  });
}
