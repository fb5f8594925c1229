// Computed colours as other programs read them: `#rrggbb` and an opacity. Chromium computes mixes to `color(srgb ...)`.

export interface PlainColour {
  readonly hex: string;
  /** In [0, 1]. */
  readonly opacity: number;
}

const byte = (value: number) =>
  Math.round(Math.min(255, Math.max(0, value)))
    .toString(16)
    .padStart(2, '0');

/** A computed colour: `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)` or `color(srgb 0.1 0.2 0.3 / 0.5)`. Null for anything else. */
export function plainColour(computed: string): PlainColour | null {
  const found = /^(rgba?|color)\(([^()]*)\)$/.exec(computed);
  if (!found) return null;
  const [, kind, inside = ''] = found;
  if (kind === 'color' && !/^srgb\s/.test(inside)) return null;
  const numbers = inside.match(/-?[\d.]+(?:e[+-]?\d+)?/g)?.map(Number) ?? [];
  const [red, green, blue, opacity = 1] = numbers;
  if (red === undefined || green === undefined || blue === undefined) return null;
  const scale = kind === 'color' ? 255 : 1;
  return { hex: `#${byte(red * scale)}${byte(green * scale)}${byte(blue * scale)}`, opacity };
}

/** The colours of `linear-gradient(to right, rgb(...), rgb(...))`, evenly spaced; null for another kind of background. */
export function evenGradient(image: string): string[] | null {
  const found = /^linear-gradient\((?:to right|90deg), ((?:(?:rgba?|color)\([^()]*\)(?:, )?)+)\)$/.exec(
    image,
  );
  return found?.[1]?.match(/(?:rgba?|color)\([^()]*\)/g) ?? null;
}
