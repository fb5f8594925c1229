// Runs our own fragment shaders beside tfjs's, with several output textures if needed. tfjs sets all the state it relies on
// before each of its programs, and so does this code.
import { webgl_util, type MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';

/** One draw: the shader runs once for each texel of the targets. */
export interface Pass {
  /** Identifies the program, which is compiled once. */
  key: string;
  /** GLSL: declarations and a `main` that writes `made0`, `made1`, … (one `vec4` per target). */
  source: () => string;
  /** Textures of its samplers, by name. */
  reads: Readonly<Record<string, Read>>;
  floats?: Readonly<Record<string, number>>;
  /** `int`, or `ivec2` to `ivec4` for lists. */
  ints?: Readonly<Record<string, number | readonly number[]>>;
  uints?: Readonly<Record<string, number>>;
  targets: readonly Target[];
  /** Size of all targets in texels; only this corner of a larger texture is written. */
  width: number;
  height: number;
}

export interface Read {
  texture: WebGLTexture;
  /** Whether it is a `sampler2DArray`. */
  layered?: boolean;
}

export interface Target {
  texture: WebGLTexture;
  /** Layer of an array texture; absent for a plain texture. */
  layer?: number;
}

type Program = ReturnType<MathBackendWebGL['gpgpu']['createProgram']>;

interface Compiled {
  program: Program;
  places: Map<string, WebGLUniformLocation | null>;
}

/** Our GPU resources for one tfjs backend. */
interface Held {
  programs: Map<string, Compiled>;
  /** By number of targets: each framebuffer remembers its draw buffers. */
  framebuffers: Map<number, WebGLFramebuffer>;
  frees: (() => void)[];
}

const heldBy = new WeakMap<MathBackendWebGL, Held>();

function heldOf(backend: MathBackendWebGL): Held {
  let held = heldBy.get(backend);
  if (!held) {
    held = { programs: new Map(), framebuffers: new Map(), frees: [] };
    heldBy.set(backend, held);
  }
  return held;
}

/** The context of a backend; the kernels are installed on WebGL 2 only. */
export function contextOf(backend: MathBackendWebGL): WebGL2RenderingContext {
  return backend.gpgpu.gl as WebGL2RenderingContext;
}

/** Registers a function to run when our resources for a backend are released. */
export function atRelease(backend: MathBackendWebGL, free: () => void): void {
  heldOf(backend).frees.push(free);
}

/** Releases all our resources for a backend that ends. */
export function releaseAll(backend: MathBackendWebGL): void {
  const held = heldBy.get(backend);
  if (!held) return;
  heldBy.delete(backend);
  const gl = contextOf(backend);
  for (const { program } of held.programs.values()) backend.gpgpu.deleteProgram(program);
  for (const framebuffer of held.framebuffers.values()) gl.deleteFramebuffer(framebuffer);
  for (const free of held.frees) free();
}

/**
 * Draws one pass.
 * @throws Error when the shader does not compile, or the context is lost during compilation
 */
export function runPass(backend: MathBackendWebGL, pass: Pass): void {
  const { gpgpu } = backend;
  const gl = contextOf(backend);
  const held = heldOf(backend);
  const compiled = held.programs.get(pass.key) ?? compile(backend, held, pass);
  bindTargets(gl, held, pass);
  gpgpu.setProgram(compiled.program);
  gpgpu.bindVertexArray(compiled.program.vao);
  setUniforms(gl, compiled, pass);
  gpgpu.executeProgram();
}

function compile(backend: MathBackendWebGL, held: Held, { key, source, targets }: Pass): Compiled {
  const { gpgpu } = backend;
  const made = targets.map((_, i) => `layout(location = ${i}) out vec4 made${i};`);
  const text = [head, ...made, source()].join('\n');
  const program = gpgpu.createProgram(webgl_util.createFragmentShader(gpgpu.gl, text));
  gpgpu.buildVao(program);
  const compiled: Compiled = { program, places: new Map() };
  held.programs.set(key, compiled);
  return compiled;
}

const head = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
precision highp sampler2DArray;
precision highp usampler2D;`;

function bindTargets(gl: WebGL2RenderingContext, held: Held, { targets, width, height }: Pass): void {
  const places = targets.map((_, i) => gl.COLOR_ATTACHMENT0 + i);
  let framebuffer = held.framebuffers.get(targets.length);
  if (framebuffer) gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  else {
    framebuffer = gl.createFramebuffer();
    held.framebuffers.set(targets.length, framebuffer);
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    gl.drawBuffers(places);
  }
  targets.forEach(({ texture, layer }, i) => {
    const place = gl.COLOR_ATTACHMENT0 + i;
    if (layer === undefined) gl.framebufferTexture2D(gl.FRAMEBUFFER, place, gl.TEXTURE_2D, texture, 0);
    else gl.framebufferTextureLayer(gl.FRAMEBUFFER, place, texture, 0, layer);
  });
  gl.viewport(0, 0, width, height);
  gl.scissor(0, 0, width, height);
}

function setUniforms(gl: WebGL2RenderingContext, { program, places }: Compiled, pass: Pass): void {
  const placeOf = (name: string) => {
    let place = places.get(name);
    if (place === undefined) places.set(name, (place = gl.getUniformLocation(program, name)));
    return place;
  };
  Object.entries(pass.reads).forEach(([name, { texture, layered }], unit) => {
    gl.activeTexture(gl.TEXTURE0 + unit);
    gl.bindTexture(layered ? gl.TEXTURE_2D_ARRAY : gl.TEXTURE_2D, texture);
    gl.uniform1i(placeOf(name), unit);
  });
  for (const [name, value] of Object.entries(pass.floats ?? {})) gl.uniform1f(placeOf(name), value);
  for (const [name, value] of Object.entries(pass.uints ?? {})) gl.uniform1ui(placeOf(name), value >>> 0);
  for (const [name, value] of Object.entries(pass.ints ?? {})) {
    if (typeof value === 'number') gl.uniform1i(placeOf(name), value);
    else if (value.length === 2) gl.uniform2iv(placeOf(name), value);
    else if (value.length === 3) gl.uniform3iv(placeOf(name), value);
    else gl.uniform4iv(placeOf(name), value);
  }
}
