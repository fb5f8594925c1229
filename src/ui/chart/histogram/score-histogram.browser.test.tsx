import { afterEach, expect, it, vi } from 'vitest';
import { mount, point, type Mounted } from '../../mount-for-tests';
import { ScoreHistogram, type ScoreGroup } from './score-histogram';

let mounted: Mounted | undefined;
afterEach(() => {
  mounted?.unmount();
  mounted = undefined;
});

const groups: readonly ScoreGroup[] = [
  { id: 'normal', label: 'Normal', colour: 'blue', look: 'solid', counts: [900, 100] },
  { id: 'anomalous', label: 'Anomalous', colour: 'orange', look: 'hatched', counts: [1, 9] },
];

async function histogram(threshold: number | null, onThreshold = vi.fn()) {
  mounted = mount(
    <ScoreHistogram
      label="Scores"
      groups={groups}
      from={0}
      to={2}
      mark={{ label: 'Drawing', value: 99 }}
      threshold={threshold}
      thresholdAt={(place) => 2 * place}
      onThreshold={onThreshold}
    />,
    416,
    200,
  );
  const svg = await vi.waitFor(() => {
    const found = mounted?.host.querySelector('svg');
    if (!found) throw new Error('not drawn yet');
    return found;
  });
  return { svg, onThreshold };
}

const box = (svg: SVGSVGElement, group: string) =>
  svg.querySelector<SVGGElement>(`[data-group=${group}]`)?.getBBox();

it('draws a small group as high as a large one with the same shares', async () => {
  const { svg } = await histogram(1);
  expect(box(svg, 'normal')?.height).toBeCloseTo(box(svg, 'anomalous')?.height ?? 0, 3);
});

it('sets the threshold where it is pressed, and draws what lies beyond the axis at its end', async () => {
  const { svg, onThreshold } = await histogram(1);
  const { left, top, width } = svg.getBoundingClientRect();
  point(svg, 'pointerdown', left + 8 + 0.75 * (width - 16), top + 60);
  point(svg, 'pointerup', left + 8 + 0.75 * (width - 16), top + 60);
  expect(onThreshold.mock.calls).toEqual([[1.5]]);
  expect(svg.textContent).toContain('Drawing');
  expect(Number(svg.querySelector('text[text-anchor=end]')?.getAttribute('x'))).toBeCloseTo(width - 8 - 6, 0);
});

it('cannot be dragged without a threshold', async () => {
  const { svg, onThreshold } = await histogram(null);
  point(svg, 'pointerdown', 100, 60);
  point(svg, 'pointerup', 100, 60);
  expect(onThreshold).not.toHaveBeenCalled();
});
