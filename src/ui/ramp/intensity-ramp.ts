// A colour ramp for pictures of intensity, such as spectrograms: what is faint looks like the paper, and equal steps look about
// equally large, because lightness runs evenly from end to end (CIE L* falls in the light theme and rises in the dark one).
import type { ThemeName } from '../colours';

type Rgb = readonly [red: number, green: number, blue: number];

const stops: Readonly<Record<ThemeName, readonly Rgb[]>> = {
  light: [
    [0xf8, 0xf8, 0xf5],
    [0xcf, 0xe3, 0xdc],
    [0x82, 0xbf, 0xc4],
    [0x44, 0x8d, 0xb8],
    [0x3d, 0x56, 0x9c],
    [0x3b, 0x1c, 0x5e],
  ],
  dark: [
    [0x12, 0x14, 0x1c],
    [0x24, 0x2c, 0x4f],
    [0x2f, 0x56, 0x7f],
    [0x36, 0x8c, 0x99],
    [0x74, 0xc6, 0x91],
    [0xf6, 0xf0, 0x9c],
  ],
};

export const intensitySteps = 256;

/** The colours from faint to strong, `[intensitySteps, 3]` bytes of red, green and blue. */
export function intensityRamp(theme: ThemeName): Uint8ClampedArray {
  const colours = new Uint8ClampedArray(3 * intensitySteps);
  const ramp = stops[theme];
  for (let step = 0; step < intensitySteps; step++) {
    const place = (step / (intensitySteps - 1)) * (ramp.length - 1);
    const before = Math.min(ramp.length - 2, Math.floor(place));
    const mix = place - before;
    for (const channel of [0, 1, 2] as const) {
      const [low, high] = [ramp[before]?.[channel] ?? 0, ramp[before + 1]?.[channel] ?? 0];
      colours[3 * step + channel] = low + mix * (high - low);
    }
  }
  return colours;
}

/** As CSS colours, for a legend. */
export function intensityStops(theme: ThemeName): string[] {
  return stops[theme].map(([red, green, blue]) => `rgb(${red} ${green} ${blue})`);
}
