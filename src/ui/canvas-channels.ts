// The colour that a canvas fills with, for pixels that are written one by one.

/**
 * The fill colour as red, green and blue in 0..255. The canvas writes any colour as `#rrggbb`, `rgba(...)` or
 * `color(srgb ...)`; its pixels are not read back, since protected browsers return noise for them.
 */
export function channelsOf({ fillStyle }: CanvasRenderingContext2D): [number, number, number] {
  if (typeof fillStyle !== 'string') return [0, 0, 0];
  if (fillStyle.startsWith('#')) {
    const value = parseInt(fillStyle.slice(1), 16);
    return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
  }
  const scale = fillStyle.startsWith('color(') ? 255 : 1;
  const [red = 0, green = 0, blue = 0] = (fillStyle.match(/[\d.]+(?:e[+-]?\d+)?/g) ?? []).map(
    (channel) => Number(channel) * scale,
  );
  return [red, green, blue];
}
