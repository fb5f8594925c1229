// Points by WebGL 2: one vertex each, drawn as discs. It only draws; pointer and camera are handled outside, the same as for the
// 2D canvas. The picture is copied to the map's own canvas, which the 2D renderer can take over if the context is lost.
import type { ElementSize } from '../../element-size';
import { restingView, type ViewTransform } from '../frame/fit-frame';
import type { MapPoints, PointRenderer, PointStyle } from './point-renderer';
import { createPointProgram, type PointProgram } from './webgl-program';
import { screenDensity } from '../../screen-density';

/**
 * Starts WebGL for the map on `canvas`, or returns `null` when this browser has none that can do it. `onLost` is called when
 * the graphics context is lost later; dispose of the renderer then. Draws at most once per animation frame.
 */
export function createWebglPoints(
  canvas: HTMLCanvasElement,
  initialSize: ElementSize,
  initialStyle: PointStyle,
  onLost: () => void,
): PointRenderer | null {
  const glCanvas = document.createElement('canvas');
  const gl = glCanvas.getContext('webgl2', { antialias: false });
  const program = gl && createPointProgram(gl);
  const context = program && canvas.getContext('2d');
  if (!context) return null;
  return createRenderer({ canvas, context, glCanvas, gl, program, onLost }, initialSize, initialStyle);
}

interface Surfaces {
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
  readonly glCanvas: HTMLCanvasElement;
  readonly gl: WebGL2RenderingContext;
  readonly program: PointProgram;
  readonly onLost: () => void;
}

function createRenderer(
  surfaces: Surfaces,
  initialSize: ElementSize,
  initialStyle: PointStyle,
): PointRenderer {
  const { canvas, context, glCanvas, gl, program, onLost } = surfaces;
  let size = initialSize;
  let style = initialStyle;
  let view: ViewTransform = restingView;
  let frame = 0;

  function draw() {
    frame = 0;
    const ratio = screenDensity();
    const width = Math.max(1, Math.round(size.width * ratio));
    const height = Math.max(1, Math.round(size.height * ratio));
    for (const each of [canvas, glCanvas]) {
      if (each.width !== width) each.width = width;
      if (each.height !== height) each.height = height;
    }
    canvas.style.width = `${size.width}px`;
    canvas.style.height = `${size.height}px`;
    program.draw({ width, height, ratio, style, view });
    context.clearRect(0, 0, width, height);
    context.drawImage(glCanvas, 0, 0);
  }

  function drawSoon() {
    if (frame === 0) frame = requestAnimationFrame(draw);
  }

  const handleLoss = (event: Event) => {
    event.preventDefault();
    onLost();
  };
  glCanvas.addEventListener('webglcontextlost', handleLoss);
  program.setColours(style.colours);

  return {
    setPoints(points: MapPoints) {
      program.setPoints(points);
      drawSoon();
    },
    setStyle(next) {
      if (next.colours !== style.colours) program.setColours(next.colours);
      style = next;
      drawSoon();
    },
    setView(next) {
      view = next;
      drawSoon();
    },
    setSize(next) {
      size = next;
      drawSoon();
    },
    dispose() {
      cancelAnimationFrame(frame);
      glCanvas.removeEventListener('webglcontextlost', handleLoss);
      gl.getExtension('WEBGL_lose_context')?.loseContext();
    },
  };
}
