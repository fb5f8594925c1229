import { describe, expect, test } from 'vitest';
import { arrangementsOf } from './arrangement';

const pixels = { isPixelLike: true, isPlanar: false };
const measurements = { isPixelLike: false, isPlanar: false };
const shapes = (dims: readonly number[], looks = measurements) =>
  arrangementsOf(dims, looks).map(({ shape }) => shape.join('x'));

describe('numbers of a sample', () => {
  test('that have two sides are a grey image first, and a signal too', () => {
    expect(shapes([28, 28])).toEqual(['28x28x1', '28x28', '784x1']);
    expect(shapes([8, 8])[0]).toBe('8x8x1');
  });

  test('with three channels are RGB, whichever axis has the channels', () => {
    expect(shapes([32, 32, 3])[0]).toBe('32x32x3');
    expect(shapes([3, 32, 24])[0]).toBe('32x24x3');
    expect(arrangementsOf([3, 32, 24], measurements)[0]?.isPlanar).toBe(true);
    expect(arrangementsOf([32, 24, 3], measurements)[0]?.isPlanar).toBe(false);
  });

  test('with an axis of one are as if it were not there', () => {
    expect(shapes([1, 28, 20])[0]).toBe('28x20x1');
    expect(shapes([28, 20, 1])[0]).toBe('28x20x1');
  });

  test('in a row are an image only if they are pixels and make a square', () => {
    expect(shapes([784], pixels)[0]).toBe('28x28x1');
    expect(shapes([64], pixels)[0]).toBe('8x8x1');
    expect(shapes([3072], pixels)[0]).toBe('32x32x3');
    expect(shapes([784])[0]).toBe('784x1');
    expect(shapes([784])).toContain('28x28x1');
    expect(shapes([140], pixels)[0]).toBe('140x1');
    expect(shapes([140], pixels)).toContain('10x14x1');
  });

  test('that the file calls a signal stay one', () => {
    expect(shapes([784, 1], pixels)[0]).toBe('784x1');
    expect(shapes([128, 9])[0]).toBe('128x9');
    expect(shapes([3, 500])[0]).toBe('500x3');
  });

  test('of more than 64 pixels a side are scaled down with their proportions', () => {
    expect(shapes([96, 96, 3])[0]).toBe('64x64x3');
    expect(shapes([200, 100])[0]).toBe('64x32x1');
    expect(shapes([9216], pixels)[0]).toBe('64x64x1');
  });

  test('with a side below 8 are no image', () => {
    expect(shapes([7, 28]).filter((shape) => shape.split('x').length === 3)).toEqual([]);
    expect(shapes([4])).toEqual(['4x1']);
  });

  test('that are one, or more than the limit, fit nowhere', () => {
    expect(shapes([1])).toEqual([]);
    expect(shapes([20_001])).toEqual([]);
  });
});
