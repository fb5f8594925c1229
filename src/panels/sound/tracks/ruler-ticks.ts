// Round seconds for a ruler.

const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60];
const most = 9;

/** Multiples of a round step from 0 on, fewer than ten; the last is before the end, where its figure has no room. */
export function rulerTicks(duration: number): number[] {
  if (!(duration > 0)) return [];
  const step = steps.find((one) => duration / one <= most) ?? 60;
  const count = Math.ceil(duration / step - 1e-9);
  return Array.from({ length: count }, (_, at) => Number((at * step).toFixed(1)));
}
