import { describe, expect, it } from 'vitest';
import { allViews, keysAt, readAddress } from './address';
import { hrefOf } from './frame/links';

describe('the registry of workspaces', () => {
  it('has the addresses of the contract', () => {
    expect(allViews.map(({ workspace, subView }) => hrefOf(workspace, subView))).toEqual([
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
    for (const place of allViews) {
      expect(readAddress(hrefOf(place.workspace, place.subView))).toEqual(place);
    }
  });

  it('gives a key one meaning at each place', () => {
    for (const place of allViews) {
      const keys = keysAt(place).map(({ key }) => key);
      expect(new Set(keys).size, hrefOf(place.workspace, place.subView)).toBe(keys.length);
      for (const key of keys) expect(key).toBe(key.toLowerCase());
    }
  });
});
