import { describe, expect, it } from 'vitest';
import { uniform } from '../random';
import { areAllEqual, distinctCodes, mergeEqual, roundingShare } from './distinct-codes';

/** Uniform numbers in [-1, 1), `[count]`. */
const numbers = (count: number, salt = 0) =>
  Float32Array.from({ length: count }, (_, i) => 2 * uniform(1, 2, salt, i) - 1);

describe('codes', () => {
  it('are grouped where they are equal in every number', () => {
    const codes = Float32Array.of(1, 2, 3, 4, 1, 2, 1, 4, 3, 4);
    const same = distinctCodes(codes, 2);
    expect(Array.from(same.firsts)).toEqual([0, 1, 3]);
    expect(Array.from(same.groups)).toEqual([0, 1, 0, 2, 1]);
    expect(mergeEqual(codes, 2, same)).toEqual(codes);
  });

  it('are equal with 0 for -0, and with NaN for NaN', () => {
    expect(distinctCodes(Float32Array.of(0, -0, NaN, NaN), 1).firsts).toHaveLength(2);
    expect(distinctCodes(Float32Array.of(0, -0), 1).firsts).toHaveLength(1);
  });

  it('are equal where they differ by the rounding of a sum, on either side of a cell, and differ where by more', () => {
    const ulp = 2 ** -23;
    expect(distinctCodes(Float32Array.of(1, 1 + ulp, 1 - ulp), 1).firsts).toHaveLength(1);
    const apart = 1 + 1.5 * roundingShare;
    expect(distinctCodes(Float32Array.of(1, apart, 1, apart), 1).groups).toEqual(Uint32Array.of(0, 1, 0, 1));
  });

  it('of a nearly collapsed network are one: sums of the same products in any order', () => {
    const products = numbers(1024);
    const codes = Float32Array.from({ length: 500 }, (_, row) => {
      let sum = 32;
      for (let i = 0; i < products.length; i++) {
        sum = Math.fround(sum + (products[(i * 769 + row * 31) % products.length] ?? 0));
      }
      return sum;
    });
    expect(new Set(codes).size).toBeGreaterThan(3);
    expect(areAllEqual(codes, 1)).toBe(true);
    const same = distinctCodes(codes, 1);
    expect(same.firsts).toHaveLength(1);
    expect(new Set(mergeEqual(codes, 1, same)).size).toBe(1);
  });

  it('are judged by their usual size: neither outliers nor a scale make them equal', () => {
    const codes = numbers(400).map((value) => value * 1e-6);
    expect(distinctCodes(codes, 2).firsts).toHaveLength(200);
    codes.set([1e9, Infinity], 0);
    expect(distinctCodes(codes, 2).firsts).toHaveLength(200);
    expect(areAllEqual(codes, 2)).toBe(false);
  });

  it('agree with comparing them as text', () => {
    const size = 3;
    const codes = Float32Array.from({ length: 900 }, (_, i) => Math.floor(uniform(1, 2, 3, i) * 4) / 4);
    const texts = Array.from({ length: codes.length / size }, (_, row) =>
      codes.subarray(row * size, (row + 1) * size).join(),
    );
    const { firsts, groups } = distinctCodes(codes, size);
    expect(firsts).toHaveLength(new Set(texts).size);
    texts.forEach((text, row) => expect(texts[firsts[groups[row] ?? -1] ?? -1]).toBe(text));
  });

  it('are known to be all equal', () => {
    expect(areAllEqual(Float32Array.of(1, 2, 1, 2, 1, 2), 2)).toBe(true);
    expect(areAllEqual(Float32Array.of(1, 2, 1, 2, 2, 1), 2)).toBe(false);
    expect(areAllEqual(new Float32Array(0), 2)).toBe(false);
  });
});
