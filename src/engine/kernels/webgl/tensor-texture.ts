// Tensors as textures, in tfjs's two layouts: packed (RGBA, 2 x 2 numbers of a matrix per texel, which its matrix product
// reads) and unpacked (one number per texel). Textures converted for a shader are freed after it has run.
import { webgl_util, type MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { util, type TensorInfo } from '@tensorflow/tfjs-core';

/** A tensor's texture and its layout. */
export interface Placed {
  texture: WebGLTexture;
  shape: readonly number[];
  isPacked: boolean;
  /** In texels. */
  width: number;
  height: number;
}

/** The fields that we use of tfjs's record of a tensor; tfjs's own type omits the nulls. */
interface TextureData {
  shape: number[];
  /** The numbers, if not uploaded yet or already read back. */
  values?: ArrayLike<number> | null;
  texture?: { texture: WebGLTexture } | null;
  texShape?: [number, number] | null;
  usage?: number | null;
  isPacked?: boolean;
  /** Set when the texture belongs to another tensor, of which this is a slice. */
  slice?: object | null;
}

export function dataOf(backend: MathBackendWebGL, { dataId }: Pick<TensorInfo, 'dataId'>): TextureData {
  return backend.texData.get(dataId) as unknown as TextureData;
}

/** Creates a tensor to write to; the padding of a packed texture must be written as zero. */
export function makeOutput(
  backend: MathBackendWebGL,
  shape: readonly number[],
  isPacked: boolean,
): { info: TensorInfo; placed: Placed } {
  const info = backend.makeTensorInfo([...shape], 'float32');
  const data = dataOf(backend, info);
  data.isPacked = isPacked;
  backend.uploadToGPU(info.dataId);
  return { info, placed: placedAs(data, shape) };
}

/** Calls `use` with the tensors' textures, all packed in tfjs's layout for their shapes. */
export function withPacked<T>(
  backend: MathBackendWebGL,
  infos: readonly TensorInfo[],
  use: (placed: Placed[]) => T,
): T {
  return withConverted(
    backend,
    infos.map((info) => pack(backend, info)),
    infos,
    use,
  );
}

/** The same, but a texture may have another width than tfjs gives tensors of that shape: its texels are in the same order. */
export function withPackedInOrder<T>(
  backend: MathBackendWebGL,
  infos: readonly TensorInfo[],
  use: (placed: Placed[]) => T,
): T {
  return withConverted(
    backend,
    infos.map((info) => (isInOrder(dataOf(backend, info), info) ? info : pack(backend, info))),
    infos,
    use,
  );
}

function isInOrder({ texture, isPacked, slice, shape }: TextureData, info: TensorInfo): boolean {
  return Boolean(texture) && Boolean(isPacked) && !slice && webgl_util.isReshapeFree(shape, info.shape);
}

/** Calls `use` with the textures of tensors of one shape, all in one layout: unpacked if all of them are, otherwise packed. */
export function withAlike<T>(
  backend: MathBackendWebGL,
  infos: readonly TensorInfo[],
  use: (placed: Placed[]) => T,
): T {
  const data = infos.map((info) => dataOf(backend, info));
  const isOnCard = data.some(({ texture }) => texture);
  const unpacked = data.every(({ texture, isPacked, slice }) => !slice && (!texture || !isPacked));
  if (!isOnCard || !unpacked) return withPacked(backend, infos, use);
  for (const { dataId } of infos) backend.uploadToGPU(dataId);
  const isUsual = ({ texShape }: TextureData, i: number) =>
    util.arraysEqual(
      texShape ?? [],
      webgl_util.getTextureShapeFromLogicalShape(infos[i]?.shape as number[], false),
    );
  return data.every(isUsual) ? withConverted(backend, infos, infos, use) : withPacked(backend, infos, use);
}

/** @throws RangeError when tensors are not floats of one shape, which would make a shader read out of bounds */
export function requireAlike(kernelName: string, infos: readonly TensorInfo[]): void {
  const [first] = infos;
  const fits = ({ dtype, shape }: TensorInfo) =>
    dtype === 'float32' && util.arraysEqual(shape, first?.shape ?? []);
  if (!infos.every(fits)) throw new RangeError(`${kernelName} needs float32 tensors of one shape`);
}

/** The size in texels that tfjs gives a packed tensor of this shape. */
function packedSize(shape: readonly number[]): { width: number; height: number } {
  const [height, width] = webgl_util.getTextureShapeFromLogicalShape([...shape], true);
  return { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
}

/** Whether each row of a packed matrix is one row of the texture, which is not so for very long matrices. */
export function liesFlat([rows = 1, columns = 1]: readonly number[]): boolean {
  const { width, height } = packedSize([rows, columns]);
  return width === Math.ceil(columns / 2) && height === Math.ceil(rows / 2);
}

/** tfjs internals: pending reads and their callbacks. */
interface Reading {
  pendingRead: WeakMap<object, ((values: unknown) => void)[]>;
}

/**
 * Replaces the content of `info` by that of `next`, a tensor of the same shape, and disposes of `next` with the old texture:
 * seen from outside, an in-place update.
 */
export function takeOver(backend: MathBackendWebGL, info: TensorInfo, next: TensorInfo): void {
  const [mine, its] = [dataOf(backend, info), dataOf(backend, next)];
  const previous = { ...mine };
  place(mine, its);
  place(its, previous);
  // drop values read back earlier
  const dropValues = () => {
    mine.values = null;
  };
  dropValues();
  its.values = null;
  // a pending read would cache the old values again
  (backend as unknown as Reading).pendingRead.get(info.dataId)?.push(dropValues);
  backend.disposeIntermediateTensorInfo(next);
}

function place(data: TextureData, from: TextureData): void {
  data.texture = from.texture ?? null;
  data.texShape = from.texShape ?? null;
  data.usage = from.usage ?? null;
  data.isPacked = from.isPacked ?? false;
  data.shape = from.shape;
}

function withConverted<T>(
  backend: MathBackendWebGL,
  ready: readonly TensorInfo[],
  asked: readonly TensorInfo[],
  use: (placed: Placed[]) => T,
): T {
  try {
    return use(ready.map((info, i) => placedAs(dataOf(backend, info), asked[i]?.shape as number[])));
  } finally {
    ready.forEach((info, i) => {
      if (info !== asked[i]) backend.disposeIntermediateTensorInfo(info);
    });
  }
}

/** The tensor itself if already packed, otherwise a packed copy. */
function pack(backend: MathBackendWebGL, info: TensorInfo): TensorInfo {
  const data = dataOf(backend, info);
  if (!data.texture && !data.slice) {
    // upload it packed directly
    data.isPacked = true;
    data.shape = info.shape;
    backend.uploadToGPU(info.dataId);
    return info;
  }
  if (isInOrder(data, info)) {
    const { width, height } = placedAs(data, info.shape);
    const wanted = packedSize(info.shape);
    if (width === wanted.width && height === wanted.height) return info;
  }
  return backend.packTensor(info);
}

function placedAs({ texture, texShape, isPacked }: TextureData, shape: readonly number[]): Placed {
  const [rows = 1, columns = 1] = texShape ?? [];
  const inTexels = (side: number) => (isPacked ? Math.ceil(side / 2) : side);
  if (!texture) throw new Error('The tensor has no texture on the GPU.');
  return {
    texture: texture.texture,
    shape,
    isPacked: isPacked ?? false,
    width: inTexels(columns),
    height: inTexels(rows),
  };
}
