// Rewrites tfjs's WebAssembly so that it imports a shared memory instead of creating its own. Section format: WebAssembly
// core specification, 5.5; shared limits: threads proposal.

const importSection = 2;
const memorySection = 5;

/** The limit of 32-bit addresses: 4 GB. */
export const maxPages = 65_536;

/**
 * Moves the memory of a module to its imports, as `env.memory`, shared, with up to `maxPages`. Its index remains 0, and the
 * exports do not change.
 * @returns the changed binary, and the pages (64 kB) that the memory must start with
 * @throws Error when the binary is not one module with one memory of its own
 */
export function withSharedMemory(wasm: Uint8Array): {
  binary: Uint8Array<ArrayBuffer>;
  initialPages: number;
} {
  const sections = readSections(wasm);
  const memory = sections.find(({ id }) => id === memorySection)?.content;
  const imports = sections.find(({ id }) => id === importSection)?.content;
  if (!memory || !imports || memory[0] !== 1)
    throw new Error('not a module with one memory and with imports');
  const initialPages = readNumber(memory, 2).value;
  const count = readNumber(imports, 0);
  const name = (text: string) => [text.length, ...new TextEncoder().encode(text)];
  // kind 2: a memory; limits 3: shared, with a maximum
  const entry = [
    ...name('env'),
    ...name('memory'),
    2,
    3,
    ...encodeNumber(initialPages),
    ...encodeNumber(maxPages),
  ];
  const newImports = [...encodeNumber(count.value + 1), ...imports.subarray(count.end), ...entry];

  const parts = [wasm.subarray(0, headerBytes)];
  for (const { id, content } of sections) {
    if (id === memorySection) continue;
    const body = id === importSection ? Uint8Array.from(newImports) : content;
    parts.push(Uint8Array.from([id, ...encodeNumber(body.length)]), body);
  }
  const binary = new Uint8Array(parts.reduce((bytes, part) => bytes + part.length, 0));
  let at = 0;
  for (const part of parts) {
    binary.set(part, at);
    at += part.length;
  }
  return { binary, initialPages };
}

/** The magic number and the version. */
const headerBytes = 8;

function readSections(wasm: Uint8Array): { id: number; content: Uint8Array }[] {
  const sections = [];
  for (let at = headerBytes; at < wasm.length;) {
    const size = readNumber(wasm, at + 1);
    const end = size.end + size.value;
    if (end > wasm.length) throw new Error('the binary ends too early');
    sections.push({ id: wasm[at] ?? 0, content: wasm.subarray(size.end, end) });
    at = end;
  }
  return sections;
}

/** Decodes an unsigned LEB128 number. */
function readNumber(bytes: Uint8Array, at: number): { value: number; end: number } {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    if (byte === undefined) throw new Error('the binary ends too early');
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, end: at };
  }
}

function encodeNumber(value: number): number[] {
  return value < 0x80 ? [value] : [0x80 | (value & 0x7f), ...encodeNumber(value >>> 7)];
}
