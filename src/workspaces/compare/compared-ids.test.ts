import { expect, it } from 'vitest';
import { readAddress } from '../address';
import { comparedHref, comparedIds } from './compared-ids';

it('an address names the runs that are compared, each once, whatever their ids are', () => {
  const ids = ['1f-2g', 'a+b/c ü', 'x'];
  expect(comparedIds(comparedHref([...ids, 'x']))).toEqual(ids);
  const { workspace, subView } = readAddress(comparedHref(ids));
  expect([workspace.id, subView?.id]).toEqual(['compare', 'runs']);
});

it('names none where it is that of the list, of another view, or broken', () => {
  for (const hash of ['#compare/runs', '#compare/runs/', '#compare/sweeps/a+b', ''])
    expect(comparedIds(hash)).toEqual([]);
  expect(comparedIds('#compare/runs/%E0%A4+b')).toEqual(['%E0%A4', 'b']);
});
