import { expect, it } from 'vitest';
import { flaggedAloneText, histogramText, percentileText, sourceText } from './words';

it('names percentiles', () => {
  expect([1, 2, 3, 11, 95, 99.5, 101].map((value) => percentileText(value).split(' ')[0])).toEqual([
    '1st',
    '2nd',
    '3rd',
    '11th',
    '95th',
    '99.5th',
    '101st',
  ]);
});

it('says where the threshold comes from: never from the test set', () => {
  const source = { isChosen: false, threshold: 0.1, percentile: 95, heldOut: 613 };
  expect(sourceText(source, 'images')).toBe(
    'From 613 held-out normal images, of which 5 % are flagged. The test set is only used to report results.',
  );
  expect(sourceText({ ...source, percentile: 99.5 }, 'images')).toMatch('of which 0.5 % are');
  expect(sourceText({ ...source, isChosen: true }, 'images')).toMatch(/^Set by hand, in place of the 95th/);
  expect(sourceText({ ...source, isChosen: true, heldOut: 0 }, 'images')).toMatch('no samples are held out');
  expect(sourceText({ ...source, threshold: null, heldOut: 0 }, 'images')).toMatch(/^No threshold/);
});

it('describes the histogram in a sentence', () => {
  const histogram = {
    from: 0,
    to: 0.5,
    normal: Uint32Array.of(3, 1),
    anomalous: Uint32Array.of(0, 2),
    validation: null,
  };
  expect(histogramText(histogram, 0.25)).toBe(
    'Histogram of scores from 0 to 0.5: 4 normal, 2 anomalous, threshold 0.25',
  );
});

it('promises no precision where no anomaly is known', () => {
  expect(flaggedAloneText(4, 1500)).toMatch(/^Of 1,500 test samples \(0\.3 %\)\. None is known/);
  expect(flaggedAloneText(0, 0)).toMatch(/^Of 0 test samples\. /);
});
