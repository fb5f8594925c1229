import { describe, expect, it } from 'vitest';
import { classColours, coloursForClasses } from './colours';

// Dichromat simulation at full severity, in linear RGB: Machado, Oliveira & Fernandes 2009, table of matrices.
const sights = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

function linear(hex: string): number[] {
  return [1, 3, 5].map((i) => {
    const value = parseInt(hex.slice(i, i + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
}

function seen([r = 0, g = 0, b = 0]: number[], m: readonly number[]): number[] {
  const row = (i: number) => (m[i] ?? 0) * r + (m[i + 1] ?? 0) * g + (m[i + 2] ?? 0) * b;
  return [0, 3, 6].map((i) => Math.min(1, Math.max(0, row(i))));
}

/** CIE L*a*b* under D65. */
function lab([r = 0, g = 0, b = 0]: number[]): [number, number, number] {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIE76 distance: plain Euclid in L*a*b*, one look-up away from anyone who doubts it. */
function distance(a: [number, number, number], b: [number, number, number]): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe.each(['light', 'dark'] as const)('the ten class colours on %s', (theme) => {
  it.each(Object.entries(sights))('can all be told apart with %s', (_, matrix) => {
    const colours = classColours[theme].map((hex) => lab(seen(linear(hex), matrix)));
    for (let i = 0; i < colours.length; i++) {
      for (let j = 0; j < i; j++) expect(distance(colours[i]!, colours[j]!)).toBeGreaterThan(12);
    }
  });

  it('stand out from the surface', () => {
    const surface = luminance(theme === 'light' ? '#ffffff' : '#191c24');
    for (const hex of classColours[theme]) {
      const [low, high] = [luminance(hex), surface].sort((a, b) => a - b);
      expect((high! + 0.05) / (low! + 0.05)).toBeGreaterThan(1.85);
    }
  });
});

it('comes round again beyond ten classes', () => {
  const colours = coloursForClasses(12, 'light');
  expect(colours).toHaveLength(12);
  expect(colours[10]).toBe(colours[0]);
});
