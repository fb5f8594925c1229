// tfjs's own binary, rewritten, in an engine that reports its imports and exports.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { maxPages, withSharedMemory } from './shared-memory-binary';

const original = new Uint8Array(
  readFileSync('node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm'),
);

test("tfjs's module imports its memory and keeps all its exports", async () => {
  const { binary, initialPages } = withSharedMemory(original);
  expect(initialPages).toBe(256);
  const before = await WebAssembly.compile(original);
  const after = await WebAssembly.compile(binary);
  const imports = WebAssembly.Module.imports(before);
  expect(WebAssembly.Module.imports(after)).toEqual([
    ...imports,
    { module: 'env', name: 'memory', kind: 'memory' },
  ]);
  expect(WebAssembly.Module.exports(after)).toEqual(WebAssembly.Module.exports(before));
});

test('it works in the shared memory that it is given', async () => {
  const { binary, initialPages } = withSharedMemory(original);
  const module = await WebAssembly.compile(binary);
  const imports: WebAssembly.Imports = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    if (kind === 'function') (imports[from] ??= {})[name] = () => 0;
  }
  const instantiate = (memory: WebAssembly.Memory) =>
    new WebAssembly.Instance(module, { ...imports, env: { ...imports['env'], memory } });
  const memory = new WebAssembly.Memory({ initial: initialPages, maximum: maxPages, shared: true });
  const isEmpty = () => new Uint8Array(memory.buffer).every((byte) => byte === 0);
  expect(isEmpty()).toBe(true);
  expect(instantiate(memory).exports['memory']).toBe(memory);
  expect(isEmpty()).toBe(false); // its data is there
  expect(() => instantiate(new WebAssembly.Memory({ initial: initialPages }))).toThrow(/memory/);
});

test.each([
  ['nothing', []],
  ['a module without sections', [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]],
  ['half a binary', [...original.subarray(0, 5000)]],
])('%s is refused', (_, bytes) => {
  expect(() => withSharedMemory(Uint8Array.from(bytes))).toThrow();
});
