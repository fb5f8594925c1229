// The entry of a worker that decodes pictures beside others for the import worker.
import { expose, transfer } from 'comlink';
import { createPictureDecoder, type PictureDecoder } from '../data/import/pictures/decode-picture';
import { findScaledDecoder } from '../data/import/pictures/scaled-jpeg';

let decoder: PictureDecoder | null = null;

const api = {
  async open(shortSide: number): Promise<void> {
    decoder = createPictureDecoder(shortSide, await findScaledDecoder());
  },
  async decode(blob: Blob) {
    const decoded = (await decoder?.decode(blob)) ?? null;
    if (decoded === null) return null;
    const { raster, overBlack } = decoded;
    return transfer(
      decoded,
      [raster, overBlack].flatMap((each) => (each ? [each.pixels.buffer] : [])),
    );
  },
};

export type PictureWorkerApi = typeof api;

expose(api);
