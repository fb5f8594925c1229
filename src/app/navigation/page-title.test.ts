import { expect, it } from 'vitest';
import { readAddress } from '../../workspaces/address';
import { pageTitle } from './page-title';

it('the title names the workspace, and says first that something trains', () => {
  const { workspace } = readAddress('#explore/quality');
  expect(pageTitle(workspace, false)).toBe('Explore · Hourglass');
  expect(pageTitle(workspace, true)).toBe('Training · Explore · Hourglass');
});
