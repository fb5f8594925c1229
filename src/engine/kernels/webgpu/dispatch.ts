// Runs our own compute shaders between tfjs's, in the same command encoder, on the buffers of its tensors. A shader may write
// several tensors, or change one in place. Numbers that rarely change lie in buffers that are kept, so that they are uploaded once.
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { env, type TensorInfo } from '@tensorflow/tfjs-core';

/** One dispatch. */
export interface Pass {
  /** Identifies the program, which is compiled once: everything that its text depends on. */
  key: string;
  /** WGSL without the bindings: functions, and `main`. */
  source: () => string;
  /** What it reads and writes, by the names in the shader. */
  reads: Readonly<Record<string, Bound>>;
  writes: Readonly<Record<string, Bound>>;
  /** `numbers.…` in the shader. Uploaded once for each set of values. */
  numbers: Readonly<Record<string, Value>>;
  /** `changing.…` in the shader, from `changingNumbers`. */
  changing?: ChangingNumbers;
  /** Workgroups across and down. */
  groups: readonly [number, number];
}

/** A tensor, `array<f32>` in the shader, or a buffer of ours. */
export type Bound = TensorInfo | OwnBuffer;

export interface OwnBuffer {
  buffer: GPUBuffer;
  type: 'f32' | 'u32';
}

/** A number and its type in WGSL. Integers are taken modulo 2^32. */
export type Value = readonly ['f32' | 'u32', number];

/** Numbers of one step, already uploaded. */
export interface ChangingNumbers {
  buffer: GPUBuffer;
  members: string;
}

/** Threads of a workgroup that walks over a list of numbers. */
export const listThreads = 256;
/** What a device allows in one direction, at least. */
const maxGroups = 65_535;
/** Sets of numbers that are kept, more than the shapes of several networks need. */
const maxKept = 500;

/** Workgroups for a shader that walks over `count` numbers (`eachNumber`). */
export function groupsOver(count: number): readonly [number, number] {
  return [Math.min(maxGroups, Math.ceil(count / listThreads)), 1];
}

/** `main` for such a shader: runs `body` for each number `i` below `numbers.total`. */
export function eachNumber(body: string): string {
  return `
@compute @workgroup_size(${listThreads})
fn main(@builtin(global_invocation_id) id: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>) {
  for (var i = id.x; i < numbers.total; i += groups.x * ${listThreads}u) {
    ${body}
  }
}`;
}

/** The parts of tfjs's backend that are private by their type; `hasKnownParts` checks that they exist. */
interface Encoding {
  commandEncoder: GPUCommandEncoder | null;
  computePassEncoder: GPUComputePassEncoder | null;
  commandQueueOwnedIds: WeakSet<object>;
  dispatchCountInPass: number;
  uniformPendingDisposal: GPUBuffer[];
}

const parts = [
  'commandEncoder',
  'computePassEncoder',
  'commandQueueOwnedIds',
  'dispatchCountInPass',
  'uniformPendingDisposal',
] as const satisfies (keyof Encoding)[];

/** Whether the backend has the private parts that `dispatch` uses. */
export function hasKnownParts(backend: WebGPUBackend): boolean {
  // tfjs sets the encoder of passes when it first needs it
  return parts.every((part) => part === 'computePassEncoder' || part in backend);
}

interface Compiled {
  pipeline: GPUComputePipeline;
  layout: GPUBindGroupLayout;
}

/** Our GPU resources for one tfjs backend. */
interface Held {
  programs: Map<string, Compiled>;
  numbers: Map<string, GPUBuffer>;
}

const heldBy = new WeakMap<WebGPUBackend, Held>();

function heldOf(backend: WebGPUBackend): Held {
  let held = heldBy.get(backend);
  if (!held) heldBy.set(backend, (held = { programs: new Map(), numbers: new Map() }));
  return held;
}

/** Forgets all our resources for a backend that ends; its device goes with it. */
export function releaseAll(backend: WebGPUBackend): void {
  heldBy.delete(backend);
}

/** Appends a pass to the commands; tfjs submits them. A shader that does not compile is reported as an event of the device. */
export function dispatch(backend: WebGPUBackend, pass: Pass): void {
  const held = heldOf(backend);
  const bounds = [...Object.values(pass.reads), ...Object.values(pass.writes)];
  // An upload ends the pass of the encoder, so all uploads come first.
  const buffers = bounds.map((bound) => bufferOf(backend, bound));
  const numbers = keptNumbers(backend, held, pass.numbers);
  const { pipeline, layout } = held.programs.get(pass.key) ?? compile(backend, held, pass);
  const uniforms = [...(numbers ? [numbers] : []), ...(pass.changing ? [pass.changing.buffer] : [])];
  const entries = [...buffers, ...uniforms].map((buffer, binding) => ({ binding, resource: { buffer } }));
  const bindGroup = backend.device.createBindGroup({ layout, entries });

  const encoding = backend as unknown as Encoding;
  for (const bound of bounds) if ('dataId' in bound) encoding.commandQueueOwnedIds.add(bound.dataId);
  backend.ensureCommandEncoderReady();
  encoding.computePassEncoder ??= (encoding.commandEncoder as GPUCommandEncoder).beginComputePass();
  encoding.computePassEncoder.setPipeline(pipeline);
  encoding.computePassEncoder.setBindGroup(0, bindGroup);
  encoding.computePassEncoder.dispatchWorkgroups(...pass.groups);
  encoding.dispatchCountInPass++;
  if (encoding.dispatchCountInPass >= env().getNumber('WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE')) {
    backend.endComputePassEncoder();
    backend.submitQueue();
  }
}

function bufferOf(backend: WebGPUBackend, bound: Bound): GPUBuffer {
  if (!('dataId' in bound)) return bound.buffer;
  backend.uploadToGPU(bound.dataId);
  return backend.tensorMap.get(bound.dataId).resource as GPUBuffer;
}

/**
 * Lets a tensor be changed in place: tfjs would keep what it reads of one, also after a change, and even where the change came
 * while it was reading.
 */
export function allowChanges(backend: WebGPUBackend, { dataId }: TensorInfo): void {
  backend.uploadToGPU(dataId);
  Object.defineProperty(backend.tensorMap.get(dataId), 'values', {
    get: () => null,
    set: () => undefined,
    configurable: true,
  });
}

/** A buffer with `words` that is valid for the commands up to the next submit: it is written anew for each. */
export function changingBuffer(backend: WebGPUBackend, words: Uint32Array<ArrayBuffer>): GPUBuffer {
  const usage = GPUBufferUsage.COPY_DST | GPUBufferUsage.UNIFORM | GPUBufferUsage.STORAGE;
  const buffer = backend.bufferManager.acquireBuffer(words.byteLength, usage);
  backend.queue.writeBuffer(buffer, 0, words);
  (backend as unknown as Encoding).uniformPendingDisposal.push(buffer);
  return buffer;
}

/** Uploads numbers that differ from step to step; valid for the commands up to the next submit, as `changingBuffer`. */
export function changingNumbers(
  backend: WebGPUBackend,
  values: Readonly<Record<string, Value>>,
): ChangingNumbers {
  return { buffer: changingBuffer(backend, wordsOf(values)), members: membersOf(values) };
}

function keptNumbers(backend: WebGPUBackend, held: Held, values: Pass['numbers']): GPUBuffer | null {
  const words = wordsOf(values);
  if (words.length === 0) return null;
  const key = words.join();
  let buffer = held.numbers.get(key);
  if (!buffer) {
    // Those dropped may still be part of commands, so the browser frees them when it collects them.
    if (held.numbers.size >= maxKept) held.numbers.clear();
    const usage = GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST;
    buffer = backend.device.createBuffer({ size: words.byteLength, usage });
    backend.queue.writeBuffer(buffer, 0, words);
    held.numbers.set(key, buffer);
  }
  return buffer;
}

/** The numbers as 32-bit words, padded to the 16 bytes that a uniform buffer is aligned to. */
function wordsOf(values: Readonly<Record<string, Value>>): Uint32Array<ArrayBuffer> {
  const all = Object.values(values);
  const words = new Uint32Array(Math.ceil(all.length / 4) * 4);
  const floats = new Float32Array(words.buffer);
  all.forEach(([type, value], i) => {
    if (type === 'f32') floats[i] = value;
    else words[i] = value;
  });
  return words;
}

function membersOf(values: Readonly<Record<string, Value>>): string {
  return Object.entries(values)
    .map(([name, [type]]) => `${name}: ${type}`)
    .join(', ');
}

function compile(backend: WebGPUBackend, held: Held, pass: Pass): Compiled {
  const { device } = backend;
  const lists = [
    ...Object.entries(pass.reads).map(([name, bound]) => ({ name, bound, access: 'read' })),
    ...Object.entries(pass.writes).map(([name, bound]) => ({ name, bound, access: 'read_write' })),
  ];
  const structs = [
    { name: 'numbers', members: membersOf(pass.numbers) },
    { name: 'changing', members: pass.changing?.members ?? '' },
  ].filter(({ members }) => members !== '');
  const declared = [
    ...lists.map(({ name, bound, access }, binding) => {
      const type = 'dataId' in bound ? 'f32' : bound.type;
      return `@group(0) @binding(${binding}) var<storage, ${access}> ${name}: array<${type}>;`;
    }),
    ...structs.map(
      ({ name, members }, i) => `struct Of_${name} { ${members} }
@group(0) @binding(${lists.length + i}) var<uniform> ${name}: Of_${name};`,
    ),
  ];
  const types: GPUBufferBindingType[] = [
    ...lists.map(({ access }) => (access === 'read' ? 'read-only-storage' : 'storage')),
    ...structs.map(() => 'uniform' as const),
  ];
  const layout = device.createBindGroupLayout({
    entries: types.map((type, binding) => ({
      binding,
      visibility: GPUShaderStage.COMPUTE,
      buffer: { type },
    })),
  });
  const module = device.createShaderModule({ code: `${declared.join('\n')}\n${pass.source()}` });
  const pipeline = device.createComputePipeline({
    layout: device.createPipelineLayout({ bindGroupLayouts: [layout] }),
    compute: { module, entryPoint: 'main' },
  });
  const compiled: Compiled = { pipeline, layout };
  held.programs.set(pass.key, compiled);
  return compiled;
}
