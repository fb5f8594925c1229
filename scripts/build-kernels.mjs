// Compiles the AssemblyScript kernels in assembly/ to four WebAssembly binaries: plain SIMD and relaxed SIMD (with fused
// multiply-add), each for one thread and for several. They work in the memory of the tfjs backend, so they must contain no data
// and no stack; the build fails otherwise. Run directly: `node scripts/build-kernels.mjs`.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashFiles } from './content/content-hash.mjs';
import { projectRoot, runIfProgram } from './project.mjs';

const outFolder = 'src/engine/kernels/wasm/build';
const importSection = 2;
const startSection = 8;
const dataSection = 11;

/** The shared memory for several threads must declare its maximum: 4 GB, like tfjs's. */
const shared = ['--enable=threads', '--sharedMemory', '--maximumMemory=65536'];

/** The sources test the compiler's constants `ASC_FEATURE_RELAXED_SIMD` and `ASC_FEATURE_THREADS`. */
const binaries = [
  { file: 'kernels-simd.wasm', features: ['--enable=simd'] },
  { file: 'kernels-relaxed.wasm', features: ['--enable=simd', '--enable=relaxed-simd'] },
  { file: 'kernels-simd-threads.wasm', features: ['--enable=simd', ...shared] },
  { file: 'kernels-relaxed-threads.wasm', features: ['--enable=simd', '--enable=relaxed-simd', ...shared] },
];

/**
 * `--use abort=` avoids importing an abort function and its message strings; `--runtime stub` emits an allocator only if the
 * sources allocate, which they must not.
 */
const flags = [
  '--runtime=stub',
  '--use=abort=',
  '--importMemory',
  '--noExportMemory',
  '--noAssert',
  '--uncheckedBehavior=always',
  '-O3',
  '--converge',
];

/**
 * Builds the binaries unless sources, flags and compiler are unchanged since the last build.
 *
 * @returns {Promise<boolean>} whether it built anything
 * @throws {Error} when the sources do not compile, or place anything in the memory
 */
export async function buildKernels() {
  const stampFile = join(projectRoot, outFolder, 'sources.sha256');
  const stamp = hashFiles(projectRoot, [
    'assembly',
    'scripts/build-kernels.mjs',
    'node_modules/assemblyscript/package.json',
  ]);
  const isBuilt = binaries.every(({ file }) => existsSync(join(projectRoot, outFolder, file)));
  if (isBuilt && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false;

  mkdirSync(join(projectRoot, outFolder), { recursive: true });
  const { default: asc } = await import('assemblyscript/asc');
  for (const { file, features } of binaries) {
    const outFile = `${outFolder}/${file}`;
    const stderr = asc.createMemoryStream();
    const { error } = await asc.main(
      ['assembly/index.ts', `--baseDir=${projectRoot}`, `--outFile=${outFile}`, ...flags, ...features],
      { stderr },
    );
    if (error) throw new Error(`The kernels do not compile.\n${stderr.toString()}`, { cause: error });
    refuseStaticMemory(file, readFileSync(join(projectRoot, outFile)));
  }
  writeFileSync(stampFile, stamp);
  return true;
}

/**
 * Checks that a binary imports the memory and nothing else, and places nothing in it. Reads the sections itself, since
 * compiling the module would need a Node with relaxed SIMD (22 or newer).
 *
 * @param {string} file for the message
 * @param {Uint8Array} wasm
 */
function refuseStaticMemory(file, wasm) {
  const sections = readSections(wasm);
  // A single import, module "env", name "memory", of kind 2 (memory).
  const memoryImport = Buffer.from('\x01\x03env\x06memory\x02', 'latin1');
  if (!sections.get(importSection)?.subarray(0, memoryImport.length).equals(memoryImport)) {
    throw new Error(`${file} must import env.memory and nothing else`);
  }
  if (sections.has(startSection)) throw new Error(`${file} must have no start function`);
  if (sections.has(dataSection)) throw new Error(`${file} must place no static data in the backend's memory`);
}

/**
 * A module's sections by id (WebAssembly core specification, 5.5.2). Custom sections share id 0.
 *
 * @param {Uint8Array} wasm
 * @returns {Map<number, Buffer>}
 */
function readSections(wasm) {
  /** @type {Map<number, Buffer>} */
  const sections = new Map();
  let at = 8; // after the magic number and the version
  while (at < wasm.length) {
    const id = wasm[at++] ?? 0;
    let size = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      const byte = wasm[at++] ?? 0;
      size |= (byte & 0x7f) << shift;
      more = byte >= 0x80;
    }
    sections.set(id, Buffer.from(wasm.subarray(at, at + size)));
    at += size;
  }
  return sections;
}

await runIfProgram(import.meta.url, async () => {
  console.log((await buildKernels()) ? 'Kernels built.' : 'Kernels are up to date.');
});
