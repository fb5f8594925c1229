import { describe, expect, it } from 'vitest';
import { experimentSchema } from '../../catalog/experiment-schema';
import { ranges } from '../../core/experiment/experiment';
import { withLayerCount, withWidth } from './hidden-layers';

describe('the controls of the hidden layers', () => {
  it('add layers that go on narrowing, and take away the innermost', () => {
    expect(withLayerCount([256, 64], 4)).toEqual([256, 64, 32, 16]);
    expect(withLayerCount([256, 64], 1)).toEqual([256]);
  });

  it('only make legal networks', () => {
    const hidden = withLayerCount([5], ranges.hiddenLayers.max);
    expect(experimentSchema.shape.hidden.safeParse(hidden).success).toBe(true);
  });

  it('change one width and no other', () => {
    expect(withWidth([256, 64, 32], 1, 100)).toEqual([256, 100, 32]);
  });
});
