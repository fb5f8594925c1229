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
    { cap: 'N', actions: [{ help: 'Open or close the network', places: ['Train'] }] },
    ...[
      ['1', 'Hear the original'],
      ['2', 'Hear the noisy version'],
      ['3', 'Hear the cleaned version'],
      ['4', 'Hear the spectral gate'],
      ['5', 'Hear the Wiener filter'],
      ['6', 'Hear PCA'],
      ['0', 'Stop the sound'],
    ].map(([cap, help]) => ({ cap, actions: [{ help, places: ['Apply: Sound'] }] })),
  ]);
});
