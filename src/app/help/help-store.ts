// Whether the help is open: the key and the button both open it.
import { createStore } from 'zustand/vanilla';

export const helpStore = createStore<{ open: boolean }>()(() => ({ open: false }));

export function toggleHelp(): void {
  helpStore.setState(({ open }) => ({ open: !open }));
}
