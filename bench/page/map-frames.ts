// The map on its own with a given number of points, moved in every frame.
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { uniform } from '../../src/core/random';
import { classColours } from '../../src/ui/colours';
import { ScatterMap } from '../../src/ui/scatter/scatter-map';
import '../../src/ui/theme/base.css';

export interface MapFrames {
  points: number;
  framesPerSecond: number;
  /** Main-thread time before a frame: rendering, and finding the point under the pointer. Drawing happens in the frame. */
  medianWorkMs: number;
}

const nothing = () => undefined;

/** Zooms and pans for some seconds while the pointer moves. */
async function mapFrames(count: number, seconds: number): Promise<MapFrames> {
  const points = Float32Array.from(
    { length: 2 * count },
    (_, i) => uniform(1, 2, 3, i) + uniform(1, 2, 4, i),
  );
  const categories = Uint8Array.from({ length: count }, (_, i) => i % 10);
  const host = document.getElementById('map');
  if (!host) throw new Error('the page has no element for the map');
  const root = createRoot(host);
  const show = (phase: number) =>
    flushSync(() =>
      root.render(
        createElement(ScatterMap, {
          ...{ points, categories, colours: classColours.light, marker: null, theme: 'light' as const },
          ...{ label: 'Map', drawWith: 'canvas' as const, onHover: nothing, onPick: nothing },
          view: {
            zoom: 1 + 0.5 * Math.sin(phase),
            panX: 0.3 * Math.cos(phase),
            panY: 0.2 * Math.sin(2 * phase),
          },
          onViewChange: nothing,
        }),
      ),
    );
  show(0);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const surface = host.querySelector('[role=application]');
  if (!surface) throw new Error('the map was not drawn');
  const work: number[] = [];
  const startedAt = performance.now();
  let frames = 0;
  while (performance.now() - startedAt < seconds * 1000) {
    const at = performance.now();
    show((at - startedAt) / 700);
    const { left, top } = host.getBoundingClientRect();
    const place = { clientX: left + 250 + 100 * Math.cos(at / 300), clientY: top + 190, bubbles: true };
    surface.dispatchEvent(new PointerEvent('pointermove', place));
    work.push(performance.now() - at);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    frames++;
  }
  const framesPerSecond = (1000 * frames) / (performance.now() - startedAt);
  root.unmount();
  work.sort((a, b) => a - b);
  return { points: count, framesPerSecond, medianWorkMs: work[work.length >> 1] ?? NaN };
}

Object.assign(window, { mapFrames });

declare global {
  interface Window {
    mapFrames: typeof mapFrames;
  }
}
