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
    return decoded && transfer(decoded, [decoded.raster.pixels.buffer]);
  },
};

export type PictureWorkerApi = typeof api;

expose(api);
