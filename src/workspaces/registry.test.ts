import { describe, expect, it } from 'vitest';
import { keysAt, readAddress } from './address';
import { hrefOf } from './frame/links';
import type { WorkspaceProps } from './frame/workspace';
import { workspaces } from './registry';

const places = workspaces.flatMap((workspace): WorkspaceProps[] => [
  ...(workspace.subViews.length === 0 || workspace.standsAlone ? [{ workspace, subView: null }] : []),
  ...workspace.subViews.map((subView) => ({ workspace, subView })),
]);

describe('the registry of workspaces', () => {
  it('has the addresses of the contract', () => {
    expect(places.map(({ workspace, subView }) => hrefOf(workspace, subView))).toEqual([
      '#train',
      '#train/network',
      '#train/slow-motion',
      '#explore/sliders',
      '#explore/interpolation',
      '#explore/arithmetic',
      '#explore/generate',
      '#explore/components',
      '#explore/quality',
      '#apply/anomalies',
      '#apply/inpainting',
      '#apply/sound',
      '#apply/limits',
      '#compare/families',
      '#compare/sweeps',
      '#compare/runs',
      '#learn/lessons',
      '#learn/glossary',
    ]);
  });

  it('gives every place an address that leads back to it', () => {
    for (const place of places) {
      expect(readAddress(hrefOf(place.workspace, place.subView))).toEqual(place);
    }
  });

  it('gives a key one meaning at each place', () => {
    for (const place of places) {
      const keys = keysAt(place).map(({ key }) => key);
      expect(new Set(keys).size, hrefOf(place.workspace, place.subView)).toBe(keys.length);
      for (const key of keys) expect(key).toBe(key.toLowerCase());
    }
  });
});
