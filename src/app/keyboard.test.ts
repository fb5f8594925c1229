import { describe, expect, it } from 'vitest';
import { keyAction } from './keyboard';

const press = (key: string, more = {}) => ({
  key,
  repeat: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

describe('the keys', () => {
  it('train, step, reset and help', () => {
    expect([' ', '.', 'r', 'R', '?'].map((key) => keyAction(press(key), 'other'))).toEqual([
      'toggle',
      'step',
      'reset',
      'reset',
      'help',
    ]);
  });

  it('leave Space to a button that has the focus, so that it is not pressed twice', () => {
    expect(keyAction(press(' '), 'pressable')).toBeNull();
    expect(keyAction(press('.'), 'pressable')).toBe('step');
  });

  it('leave every letter to a field and to a select', () => {
    for (const focus of ['text', 'select'] as const) {
      for (const key of [' ', '.', 'r', '?']) expect(keyAction(press(key), focus)).toBeNull();
    }
  });

  it('leave the browser its own: Ctrl+R reloads', () => {
    expect(keyAction(press('r', { ctrlKey: true }), 'other')).toBeNull();
    expect(keyAction(press('r', { metaKey: true }), 'other')).toBeNull();
  });

  it('do not flutter when Space is held down', () => {
    expect(keyAction(press(' ', { repeat: true }), 'other')).toBeNull();
    expect(keyAction(press('.', { repeat: true }), 'other')).toBe('step');
  });
});
