import { afterEach, expect, it, vi } from 'vitest';
import { goToView } from './go-to-view';

afterEach(() => vi.unstubAllGlobals());

it('goes where the address is another view, and adds nothing to the history of one that is shown', () => {
  const written: string[] = [];
  let now = '';
  vi.stubGlobal('location', {
    get hash() {
      return now;
    },
    set hash(next: string) {
      now = next;
      written.push(next);
    },
  });
  goToView('#train');
  goToView('#explore/generate');
  goToView('#explore/generate');
  goToView('#train');
  expect(written).toEqual(['#explore/generate', '#train']);
});
