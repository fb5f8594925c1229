import { describe, expect, it, vi } from 'vitest';
import { helpKey } from './help/help-key';
import { keysAt, readAddress } from '../workspaces/address';
import { pressedKey, type FocusKind } from './keyboard';

const press = (key: string, more = {}) => ({
  key,
  repeat: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

/** What is printed on the key that acts. */
function acts(pressed: ReturnType<typeof press>, focus: FocusKind = 'other', hash = '#train') {
  const keys = [...keysAt(readAddress(hash)), helpKey];
  return pressedKey(keys, pressed, focus)?.cap ?? null;
}

describe('the keys', () => {
  it('train, step, reset and help in Train and Explore', () => {
    for (const hash of ['#train', '#explore/quality']) {
      const caps = [' ', '.', 'r', 'R', '?'].map((key) => acts(press(key), 'other', hash));
      expect(caps).toEqual(['Space', '.', 'R', 'R', '?']);
    }
  });

  it('train the four families where they are shown; there is no single step and no reset', () => {
    const caps = (hash: string) => [' ', '.', 'r', '?'].map((key) => acts(press(key), 'other', hash));
    expect(caps('#compare/families')).toEqual(['Space', null, null, '?']);
    expect(caps('#compare/sweeps')).toEqual([null, null, null, '?']);
  });

  it('leave Space to a button that has the focus, so that it is not pressed twice', () => {
    expect(acts(press(' '), 'pressable')).toBeNull();
    expect(acts(press('.'), 'pressable')).toBe('.');
  });

  it('leave every letter to a field and to a select', () => {
    for (const focus of ['text', 'select'] as const) {
      for (const key of [' ', '.', 'r', '?']) expect(acts(press(key), focus)).toBeNull();
    }
  });

  it('leave the browser its own: Ctrl+R reloads', () => {
    expect(acts(press('r', { ctrlKey: true }))).toBeNull();
    expect(acts(press('r', { metaKey: true }))).toBeNull();
  });

  it('do not flutter when Space is held down', () => {
    expect(acts(press(' ', { repeat: true }))).toBeNull();
    expect(acts(press('.', { repeat: true }))).toBe('.');
  });

  it('carry out the action of the workspace on its session', () => {
    const toggle = vi.fn();
    const [space] = keysAt(readAddress('#train'));
    space?.act({ run: { toggle } } as never);
    expect(toggle).toHaveBeenCalledOnce();
  });
});
