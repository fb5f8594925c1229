// What is not selected steps back: its points take a paler colour of the same kind.
import type { ThemeName } from '../../colours';

const grounds = { light: [0xff, 0xff, 0xff], dark: [0x19, 0x1c, 0x24] } as const;
const share = 0.82;

/** The colours, and after them the same mixed with the background. */
export function withPaled(colours: readonly string[], theme: ThemeName): string[] {
  const ground = grounds[theme];
  const paled = colours.map((colour) => {
    const mixed = ground.map((towards, channel) => {
      const own = Number.parseInt(colour.slice(1 + 2 * channel, 3 + 2 * channel), 16);
      return Math.round(own + share * (towards - own));
    });
    return `#${mixed.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  });
  return [...colours, ...paled];
}

/** The categories of the points, those that are not selected moved on to the paled colours, `[n]`. */
export function paledCategories(
  categories: Uint8Array,
  selected: Uint32Array,
  colourCount: number,
): Uint8Array {
  const paled = categories.map((category) => category + colourCount);
  for (const index of selected) {
    const category = categories[index];
    if (category !== undefined) paled[index] = category;
  }
  return paled;
}
