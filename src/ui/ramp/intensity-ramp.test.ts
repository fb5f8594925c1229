import { expect, it } from 'vitest';
import { intensityRamp, intensitySteps } from './intensity-ramp';

/** CIE lightness of an sRGB colour, 0 to 100. */
function lightness([red = 0, green = 0, blue = 0]: readonly number[]): number {
  const linear = [red, green, blue].map((byte) => {
    const value = byte / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const y = 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
}

it.each(['light', 'dark'] as const)('runs evenly from faint to strong on %s', (theme) => {
  const ramp = intensityRamp(theme);
  const way = theme === 'light' ? -1 : 1;
  const all = Array.from({ length: intensitySteps }, (_, step) =>
    lightness([...ramp.subarray(3 * step, 3 * step + 3)]),
  );
  const span = Math.abs(all.at(-1) - all[0]!);
  expect(span).toBeGreaterThan(75);
  for (let step = 1; step < intensitySteps; step++)
    expect(way * (all[step]! - all[step - 1]!)).toBeGreaterThanOrEqual(-0.3);
  // A fifth of the ramp is about a fifth of the way, wherever it is.
  for (let fifth = 1; fifth <= 5; fifth++) {
    const share = Math.abs(all[51 * fifth]! - all[51 * (fifth - 1)]!) / span;
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.3);
  }
});
