// Points by regl-scatterplot. It only draws: pointer and camera are handled outside, the same for WebGL and 2D canvas, and
// what is hovered or picked is ringed in the overlay.
// Its WebGL canvas is kept as small as the map; by default it is as large as the window, and copying it stalls the page.
import createScatterplot, { createRenderer } from 'regl-scatterplot';
import type { ElementSize } from '../element-size';
import type { ViewTransform } from './fit-frame';
import { restingView } from './fit-frame';
import type { MapPoints, PointRenderer, PointStyle } from './point-renderer';

const neededExtensions = [
  'OES_texture_float',
  'OES_element_index_uint',
  'WEBGL_color_buffer_float',
  'EXT_float_blend',
];

/** Column-major 4 x 4 matrix of a view without rotation. */
function viewMatrix({ zoom, panX, panY }: ViewTransform): number[] {
  return [zoom, 0, 0, 0, 0, zoom, 0, 0, 0, 0, 1, 0, panX, panY, 0, 1];
}

/**
 * Starts WebGL for the map on `canvas`, or returns `null` when this browser has none that can do it. `onLost` is called when
 * the graphics context is lost later; dispose of the renderer then.
 */
export function createWebglPoints(
  canvas: HTMLCanvasElement,
  size: ElementSize,
  style: PointStyle,
  onLost: () => void,
): PointRenderer | null {
  const glCanvas = document.createElement('canvas');
  glCanvas.width = 1;
  glCanvas.height = 1;
  // Same attributes as regl-scatterplot asks for: it gets this very context when it asks again.
  const gl = glCanvas.getContext('webgl', { antialias: true, preserveDrawingBuffer: true });
  if (!gl || neededExtensions.some((name) => gl.getExtension(name) === null)) return null;

  const renderer = createRenderer({ canvas: glCanvas });
  renderer.resize(size.width, size.height);
  const plot = createScatterplot({
    renderer,
    canvas,
    width: size.width,
    height: size.height,
    ...plotStyle(style),
    colorBy: 'category',
    cameraIsFixed: true,
    deselectOnDblClick: false,
    deselectOnEscape: false,
    lassoInitiator: false,
    lassoOnLongPress: false,
    lassoInitiatorParentElement: document.createElement('div'),
    lassoLongPressIndicatorParentElement: document.createElement('div'),
  });

  let isDisposed = false;
  let isDrawing = false;
  let waiting: MapPoints | null = null;

  const handleLoss = (event: Event) => {
    event.preventDefault();
    onLost();
  };
  glCanvas.addEventListener('webglcontextlost', handleLoss);

  // One draw at a time; of those that come meanwhile only the newest is drawn.
  async function drawWaiting() {
    if (isDrawing) return;
    isDrawing = true;
    while (waiting && !isDisposed) {
      const { x, y, categories } = waiting;
      waiting = null;
      await plot.draw({ x, y, z: categories }, { zDataType: 'categorical' });
    }
    isDrawing = false;
  }

  return {
    setPoints(points) {
      waiting = points;
      void drawWaiting();
    },
    setStyle(next) {
      void plot.set(plotStyle(next));
    },
    setView(view) {
      // The library's types want a matrix of numbers and its camera takes any array-like.
      plot.view(viewMatrix(view), { preventEvent: true });
    },
    setSize(next) {
      renderer.resize(next.width, next.height);
      void plot.set({ width: next.width, height: next.height });
    },
    dispose() {
      isDisposed = true;
      glCanvas.removeEventListener('webglcontextlost', handleLoss);
      plot.view(viewMatrix(restingView), { preventEvent: true });
      plot.destroy();
      renderer.destroy();
      gl.getExtension('WEBGL_lose_context')?.loseContext();
    },
  };
}

function plotStyle(style: PointStyle) {
  return {
    pointColor: [...style.colours],
    pointSize: style.size,
    opacity: style.opacity,
  };
}
