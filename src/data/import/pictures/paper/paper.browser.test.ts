// Transparent pictures through the browser's own decoders.
import { expect, test } from 'vitest';
import { decodeAll, drawPicture, pixel } from '../testing/pictures-for-tests';

test('a picture is laid over white where it is transparent', async () => {
  const blob = await drawPicture(10, 10, (context) => {
    context.fillStyle = 'rgba(0, 0, 0, 0.5)';
    context.fillRect(0, 0, 5, 10);
  });
  const { pictures } = await decodeAll([blob]);
  const raster = pictures[0]!.raster;
  expect(pixel(raster, 9, 0)).toEqual([255]);
  expect(Math.abs(pixel(raster, 0, 0)[0]! - 127.5)).toBeLessThan(1.5);
});

test('a picture is laid over black with all others where what is drawn is mostly light', async () => {
  const stroke = (style: string) =>
    drawPicture(10, 10, (context) => {
      context.fillStyle = style;
      context.fillRect(0, 0, 5, 10);
    });
  const { pictures, notes } = await decodeAll([
    await stroke('#fff'),
    await stroke('#eee'),
    await stroke('#111'),
  ]);
  expect(notes).toEqual([{ code: 'import.note.paper', paper: 'black' }]);
  const sides = pictures.map(({ raster }) => [pixel(raster, 0, 0)[0], pixel(raster, 9, 9)[0]]);
  expect(sides).toEqual([
    [255, 0],
    [0xee, 0],
    [0x11, 0],
  ]);
  const opaque = await drawPicture(10, 10, (context) => context.fillRect(0, 0, 10, 10));
  expect((await decodeAll([opaque])).notes).toEqual([]);
  expect((await decodeAll([await stroke('#111'), opaque])).notes).toEqual([
    { code: 'import.note.paper', paper: 'white' },
  ]);
});
