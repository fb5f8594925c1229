// `AssembleBatch` and `DrawCodeNoise` (assembly/batch.ts). The data set stays outside the WASM memory: only the values of one
// batch are copied in, as they are stored.
import { isNoisy } from '../../../../catalog/corrupt';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { asImage, erasedBlock } from '../../../../catalog/corruptions/erasing/block';
import { kindOf } from '../../../../catalog/kinds/kind';
import { neutralValue } from '../../../../core/inpainting/mask';
import { belowLevel, streams } from '../../../../core/random';
import { boundsOf } from '../../../../core/samples/sample-kind';
import { sampleSize } from '../../../../core/samples/samples';
import {
  AssembleBatch,
  DrawCodeNoise,
  type AssembleBatchAttrs,
  type DrawCodeNoiseAttrs,
} from '../../training-kernels';
import { addressOf, type KernelModule } from '../kernel-module';
import { addKernel } from '../kernel-registration';

/** The corruptions that the kernel can draw, with their codes in assembly/batch.ts. */
const corruptionCodes = { none: 0, gaussian: 1, saltPepper: 2, masking: 3, block: 4, impulses: 5 };

/** Bytes of a `BatchRequest`: whole cache lines. */
const requestBytes = 128;

/** Installs both kernels; returns a function that removes them. */
export function installBatchKernels(module: KernelModule): () => void {
  const remove = [
    addKernel<object, AssembleBatchAttrs>(
      AssembleBatch,
      ({ attrs }) => assemble(module, attrs),
      corruptionCodes,
    ),
    addKernel<object, DrawCodeNoiseAttrs>(DrawCodeNoise, ({ attrs }) => drawCodes(module, attrs)),
  ];
  return () => remove.forEach((undo) => undo());
}

function assemble(
  { backend, exports, memory, withMemory }: KernelModule,
  attrs: AssembleBatchAttrs,
): TensorInfo[] {
  const { samples, indices, noise, noiseLevel, inputDropout, seed, step } = attrs;
  const size = sampleSize(samples.shape);
  const rows = indices.length;
  const hasNoise = isNoisy(attrs);
  const target = backend.makeOutput([rows, size], 'float32');
  const input = hasNoise || inputDropout > 0 ? backend.makeOutput([rows, size], 'float32') : null;

  const valueBytes = samples.values.BYTES_PER_ELEMENT;
  const rowBytes = size * valueBytes;
  withMemory(requestBytes + rows * (4 + rowBytes), (address) => {
    const indexAddress = address + requestBytes;
    const valuesAddress = indexAddress + rows * 4;
    // create the views after all allocations, which may replace the buffer
    const { buffer } = memory;
    const values = new Uint8Array(buffer, valuesAddress, rows * rowBytes);
    const stored = new Uint8Array(
      samples.values.buffer,
      samples.values.byteOffset,
      samples.values.byteLength,
    );
    const places = new Uint32Array(buffer, indexAddress, rows);
    for (let row = 0; row < rows; row++) {
      const index = indices[row] ?? 0;
      places[row] = index;
      values.set(stored.subarray(index * rowBytes, (index + 1) * rowBytes), row * rowBytes);
    }
    const { height, width, channels } = asImage(samples.shape);
    const erased = erasedBlock(samples.shape, noiseLevel);
    const words = new Uint32Array(buffer, address, requestBytes / 4);
    const floats = new Float32Array(buffer, address, requestBytes / 4);
    words.set([
      ...[rows, size, valueBytes === 1 ? 1 : 0, valuesAddress, indexAddress],
      ...[addressOf(backend, target), input ? addressOf(backend, input) : 0],
      ...[seed, step, kindOf(corruptionCodes, hasNoise ? noise : 'none')],
      ...[
        0,
        belowLevel(noiseLevel),
        inputDropout > 0 ? 1 : 0,
        belowLevel(inputDropout),
        seed ^ streams.dropout,
        0,
      ],
      ...[height, width, channels, erased.rows, erased.columns],
    ]);
    floats[10] = noiseLevel;
    floats[15] = 1 - inputDropout;
    floats.set([...boundsOf(samples.shape), neutralValue(samples.shape)], 21);
    exports.assembleBatch(address);
  });
  return input ? [target, input] : [target];
}

function drawCodes(
  { backend, exports }: KernelModule,
  { indices, codeSize, seed, step }: DrawCodeNoiseAttrs,
): TensorInfo {
  const out = backend.makeOutput([indices.length, codeSize], 'float32');
  const to = addressOf(backend, out);
  for (let row = 0; row < indices.length; row++) {
    exports.drawCode(to + row * codeSize * 4, codeSize, seed ^ streams.latent, step, indices[row] ?? 0);
  }
  return out;
}
