import { expect, it } from 'vitest';
import { defaultExperiment } from '../../core/experiment/experiment';
import { allParts } from '../../session/shared-link/teacher-link';
import { sections } from '../../session/shared-link/parts';
import { ticked } from './choice';
import { partName, settingsOf } from './words';

const nothing = { hidden: [], locked: [], text: 'Look.' };

it('a part is shown, locked or hidden, and ticking twice leaves it as it was', () => {
  const locked = ticked(nothing, 'seed', 'locked');
  expect(locked).toEqual({ ...nothing, locked: ['seed'] });
  const hidden = ticked(locked, 'seed', 'hidden');
  expect(hidden).toEqual({ ...nothing, hidden: ['seed'] });
  expect(ticked(hidden, 'seed', 'hidden')).toEqual(nothing);
});

it('every setting is listed once, under its section, and every part has a name of its own', () => {
  const listed = sections.flatMap((id) => settingsOf[`section.${id}`]);
  expect([...listed].sort()).toEqual(Object.keys(defaultExperiment).sort());
  expect(new Set(allParts.map(partName)).size).toBe(allParts.length);
});
