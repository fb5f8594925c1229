// A colour ramp for one number per image: pale for low values, high contrast in the theme for high values.
import type { ThemeName } from '../colours';
import { rampSteps } from './value-ramp';

const stops: Readonly<Record<ThemeName, readonly (readonly [number, number, number])[]>> = {
  light: [
    [0xcf, 0xd6, 0xdd],
    [0x5f, 0xa8, 0xb4],
    [0x35, 0x5c, 0xa8],
    [0x3a, 0x12, 0x54],
  ],
  dark: [
    [0x39, 0x40, 0x52],
    [0x3d, 0x7d, 0xa6],
    [0x63, 0xcd, 0xa4],
    [0xfb, 0xf3, 0x9a],
  ],
};

/** `rampSteps` hex colours, low to high. */
export function rampColours(theme: ThemeName): string[] {
  const ramp = stops[theme];
  return Array.from({ length: rampSteps }, (_, step) => {
    const place = (step / (rampSteps - 1)) * (ramp.length - 1);
    const before = Math.min(ramp.length - 2, Math.floor(place));
    const mix = place - before;
    const channel = (index: 0 | 1 | 2) =>
      Math.round((1 - mix) * (ramp[before]?.[index] ?? 0) + mix * (ramp[before + 1]?.[index] ?? 0));
    return `#${[channel(0), channel(1), channel(2)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  });
}
