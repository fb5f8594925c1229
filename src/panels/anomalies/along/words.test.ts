import { expect, it } from 'vitest';
import { heldOutOddText, highestText, lengthText, moreText, placeText, topText } from './words';

it('says a place in points, or in seconds where the rate is known', () => {
  expect(placeText(12_345, null)).toBe('12,345');
  expect(placeText(5225, 100)).toBe('52.25 s');
  expect(placeText(6000, 100)).toBe('1:00');
  expect(placeText(18_750, 100)).toBe('3:07.5');
  expect(placeText(360_000 + 6550, 100)).toBe('1:01:05.5');
  expect(lengthText(6000, 100)).toBe('1:00, 6,000 points');
});

it('says whether the methods agree about the most anomalous window', () => {
  const network = { by: 'network', recording: 0, start: 5200, score: 1 } as const;
  const pca = { by: 'pca', recording: 0, start: 5216, score: 1 } as const;
  const nearest = { by: 'nearest', recording: 0, start: 4000, score: 1 } as const;
  const text = (...others: Parameters<typeof topText>[0][number][]) =>
    topText([network, ...others], ['machine.csv'], 100, 64);
  expect(text()).toBe('In the test stretch the network finds the window at 52 s the most anomalous.');
  expect(text(pca)).toMatch(/at 52 s the most anomalous; so does PCA, within a window\.$/);
  expect(text(pca, nearest)).toMatch(
    /so does PCA, within a window\. The nearest neighbour the one at 40 s\.$/,
  );
  expect(topText([], [], null, 1)).toBeNull();
});

it('says how many stretches the list leaves out', () => {
  expect(moreText(50, 50)).toBeNull();
  expect(moreText(362, 50)).toMatch(/^and 312 more/);
});

it('leads to the highest scores where nothing is flagged, and says why that may be', () => {
  expect(highestText(0.5)).toBe('Nothing is above the threshold; the highest scores are:');
  expect(highestText(null)).toBe('There is no threshold yet; the highest scores are:');
  expect(heldOutOddText(false)).toContain('raises the threshold');
  expect(heldOutOddText(true)).not.toContain('raises');
});
