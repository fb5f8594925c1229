// The shaders that draw the points of a map, and the buffers and the texture they read.
import type { ViewTransform } from '../frame/fit-frame';
import type { MapPoints, PointStyle } from './point-renderer';

export interface PointProgram {
  readonly setPoints: (points: MapPoints) => void;
  /** @param colours hex colours, in the order of the categories */
  readonly setColours: (colours: readonly string[]) => void;
  /** Paler colours first, so that they cover none of the others. */
  readonly draw: (picture: PointPicture) => void;
}

export interface PointPicture {
  /** In device pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
  readonly style: PointStyle;
  readonly view: ViewTransform;
}

const vertexSource = `#version 300 es
  layout(location = 0) in float x;
  layout(location = 1) in float y;
  layout(location = 2) in float category;
  uniform vec3 view;      // zoom, panX, panY
  uniform float aspect;   // height / width
  uniform float diameter; // in device pixels
  uniform vec2 drawn;     // the first category that is drawn, and the first that is not
  uniform highp sampler2D colours;
  out vec3 colour;
  void main() {
    vec2 place = vec2(x, y) * view.x + view.yz;
    bool isShown = category >= drawn.x && category < drawn.y && abs(place.x) < 1e4 && abs(place.y) < 1e4;
    gl_Position = isShown ? vec4(place.x * aspect, place.y, 0.0, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
    gl_PointSize = diameter + 1.0; // room for the smooth edge
    colour = texelFetch(colours, ivec2(int(category), 0), 0).rgb;
  }
`;

const fragmentSource = `#version 300 es
  precision mediump float;
  in vec3 colour;
  uniform mediump float radius; // in device pixels
  uniform mediump float opacity;
  out vec4 ink;
  void main() {
    float distance = length(gl_PointCoord - 0.5) * (2.0 * radius + 1.0);
    float alpha = opacity * clamp(radius + 0.5 - distance, 0.0, 1.0);
    ink = vec4(colour * alpha, alpha);
  }
`;

/** Null when this context cannot compile the shaders. */
export function createPointProgram(gl: WebGL2RenderingContext): PointProgram | null {
  const program = link(gl);
  if (!program) return null;
  const buffers = [0, 1, 2].map((location) => {
    const buffer = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.enableVertexAttribArray(location);
    gl.vertexAttribPointer(location, 1, gl.FLOAT, false, 0, 0);
    return buffer;
  });
  const place = (name: string) => gl.getUniformLocation(program, name);
  const uniforms = {
    view: place('view'),
    aspect: place('aspect'),
    diameter: place('diameter'),
    drawn: place('drawn'),
    radius: place('radius'),
    opacity: place('opacity'),
  };
  gl.useProgram(program);
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  let count = 0;

  return {
    setPoints({ x, y, categories }) {
      count = x.length;
      [x, y, Float32Array.from(categories)].forEach((values, location) => {
        gl.bindBuffer(gl.ARRAY_BUFFER, buffers[location] ?? null);
        gl.bufferData(gl.ARRAY_BUFFER, values, gl.DYNAMIC_DRAW);
      });
    },
    setColours(colours) {
      const bytes = new Uint8Array(4 * Math.max(1, colours.length)).fill(255);
      colours.forEach((colour, category) => {
        for (let channel = 0; channel < 3; channel++) {
          bytes[4 * category + channel] = Number.parseInt(colour.slice(1 + 2 * channel, 3 + 2 * channel), 16);
        }
      });
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, bytes.length / 4, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
    },
    draw({ width, height, ratio, style, view }) {
      const diameter = style.size * ratio;
      gl.viewport(0, 0, width, height);
      gl.clearColor(0, 0, 0, 0);
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.uniform3f(uniforms.view, view.zoom, view.panX, view.panY);
      gl.uniform1f(uniforms.aspect, height / width);
      gl.uniform1f(uniforms.diameter, diameter);
      gl.uniform1f(uniforms.radius, diameter / 2);
      gl.uniform1f(uniforms.opacity, style.opacity);
      const spans = [
        [style.palesFrom, style.colours.length],
        [0, style.palesFrom],
      ] as const;
      for (const [from, to] of spans) {
        if (from >= to) continue;
        gl.uniform2f(uniforms.drawn, from, to);
        gl.drawArrays(gl.POINTS, 0, count);
      }
    },
  };
}

function link(gl: WebGL2RenderingContext): WebGLProgram | null {
  const program = gl.createProgram();
  const sources = [
    [gl.VERTEX_SHADER, vertexSource],
    [gl.FRAGMENT_SHADER, fragmentSource],
  ] as const;
  for (const [kind, source] of sources) {
    const shader = gl.createShader(kind);
    if (!shader) return null;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  return gl.getProgramParameter(program, gl.LINK_STATUS) ? program : null;
}
