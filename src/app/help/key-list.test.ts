import { expect, it } from 'vitest';
import { listKeys } from './key-list';

it('the help lists each key once, with what it does and where', () => {
  expect(listKeys()).toEqual([
    {
      cap: 'Space',
      actions: [
        { help: 'Train or pause', places: ['Train', 'Explore', 'Apply'] },
        { help: 'Train or pause the four families', places: ['Compare: Families'] },
      ],
    },
    { cap: '.', actions: [{ help: 'One training step', places: ['Train', 'Explore', 'Apply'] }] },
    {
      cap: 'R',
      actions: [{ help: 'Reset to the untrained network', places: ['Train', 'Explore', 'Apply'] }],
    },
  ]);
});
