// Tensors as textures, in the two layouts of tfjs: packed (RGBA, 2 x 2 numbers of a matrix in each texel, which is what its
// matrix product reads) and unpacked (one number in each texel). What is converted on the way to a shader is freed after it.
import { webgl_util, type MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { util, type TensorInfo } from '@tensorflow/tfjs-core';

/** Where the numbers of a tensor lie. */
export interface Placed {
  texture: WebGLTexture;
  shape: readonly number[];
  isPacked: boolean;
  /** In texels. */
  width: number;
  height: number;
}

/** What tfjs knows of a tensor's data, of what is needed here; its own type leaves the nulls out. */
interface TextureData {
  shape: number[];
  /** The numbers, where they were not sent yet or have been read. */
  values?: ArrayLike<number> | null;
  texture?: { texture: WebGLTexture } | null;
  texShape?: [number, number] | null;
  usage?: number | null;
  isPacked?: boolean;
  /** The texture is another tensor's, of which this is a part. */
  slice?: object | null;
}

export function dataOf(backend: MathBackendWebGL, { dataId }: Pick<TensorInfo, 'dataId'>): TextureData {
  return backend.texData.get(dataId) as unknown as TextureData;
}

/** A tensor whose texture is to be written; packed textures must get zeros beside the matrix. */
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

/** Gives `use` the tensors' textures, all packed and each laid out as tfjs lays out a tensor of its shape. */
export function withPacked<T>(
  backend: MathBackendWebGL,
  infos: readonly TensorInfo[],
  use: (placed: Placed[]) => T,
): T {
  return converted(
    backend,
    infos.map((info) => packed(backend, info)),
    infos,
    use,
  );
}

/** Gives `use` the textures of tensors of one shape, all alike: unpacked where they are so already, else packed. */
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
  return data.every(isUsual) ? converted(backend, infos, infos, use) : withPacked(backend, infos, use);
}

/** @throws RangeError where tensors are not floats of one shape: a shader would read what is not there */
export function requireAlike(kernelName: string, infos: readonly TensorInfo[]): void {
  const [first] = infos;
  const fits = ({ dtype, shape }: TensorInfo) =>
    dtype === 'float32' && util.arraysEqual(shape, first?.shape ?? []);
  if (!infos.every(fits)) throw new RangeError(`${kernelName} wants float32 tensors of one shape`);
}

/** The layout that tfjs gives a packed tensor of this shape, in texels. */
function packedSize(shape: readonly number[]): { width: number; height: number } {
  const [height, width] = webgl_util.getTextureShapeFromLogicalShape([...shape], true);
  return { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
}

/** Whether a matrix's packed texture has its rows of texels one below the other, which very long ones have not. */
export function liesFlat([rows = 1, columns = 1]: readonly number[]): boolean {
  const { width, height } = packedSize([rows, columns]);
  return width === Math.ceil(columns / 2) && height === Math.ceil(rows / 2);
}

/** Internals of tfjs: reads that are under way, and who waits for them. */
interface Reading {
  pendingRead: WeakMap<object, ((values: unknown) => void)[]>;
}

/**
 * Makes `info` a tensor of what is in `next`, of the same shape, which is given back to tfjs with the former texture of
 * `info`: an update in place, as seen from outside.
 */
export function takeOver(backend: MathBackendWebGL, info: TensorInfo, next: TensorInfo): void {
  const [mine, its] = [dataOf(backend, info), dataOf(backend, next)];
  const former = { ...mine };
  place(mine, its);
  place(its, former);
  // numbers that were read before
  const forget = () => {
    mine.values = null;
  };
  forget();
  its.values = null;
  // a read that is under way will leave the former numbers there
  (backend as unknown as Reading).pendingRead.get(info.dataId)?.push(forget);
  backend.disposeIntermediateTensorInfo(next);
}

function place(data: TextureData, from: TextureData): void {
  data.texture = from.texture ?? null;
  data.texShape = from.texShape ?? null;
  data.usage = from.usage ?? null;
  data.isPacked = from.isPacked ?? false;
  data.shape = from.shape;
}

function converted<T>(
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

/** The tensor itself, or a packed copy. */
function packed(backend: MathBackendWebGL, info: TensorInfo): TensorInfo {
  const data = dataOf(backend, info);
  if (!data.texture && !data.slice) {
    // goes there packed at once
    data.isPacked = true;
    data.shape = info.shape;
    backend.uploadToGPU(info.dataId);
    return info;
  }
  if (data.isPacked && !data.slice && webgl_util.isReshapeFree(data.shape, info.shape)) {
    const { width, height } = placedAs(data, info.shape);
    const wanted = packedSize(info.shape);
    if (width === wanted.width && height === wanted.height) return info;
  }
  return backend.packTensor(info);
}

function placedAs({ texture, texShape, isPacked }: TextureData, shape: readonly number[]): Placed {
  const [rows = 1, columns = 1] = texShape ?? [];
  const inTexels = (side: number) => (isPacked ? Math.ceil(side / 2) : side);
  if (!texture) throw new Error('A tensor is not on the graphics card.');
  return {
    texture: texture.texture,
    shape,
    isPacked: isPacked ?? false,
    width: inTexels(columns),
    height: inTexels(rows),
  };
}
