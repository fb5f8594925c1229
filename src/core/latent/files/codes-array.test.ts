import { expect, it } from 'vitest';
import { arrayCsv } from '../../formats/array-text';
import { codesArray, labelsArray } from './codes-array';
import { layersTable } from './layers-table';

const codes = {
  codes: Float32Array.of(1, 2, 3, 4),
  codeSize: 2,
  labels: Uint16Array.of(1, 0),
  errors: Float32Array.of(0.1, 0.2),
};

it('names each row of the codes by its class and its error', () => {
  const lines = arrayCsv(codesArray(codes, ['zero', 'one']))
    .join('')
    .split('\r\n');
  expect(lines[0]).toBe('\ufeffindex,label,class,error_mse,code_1,code_2');
  expect(lines[1]).toBe('0,1,one,0.1,1,2');
  expect(labelsArray(codes)).toMatchObject({ shape: [2], values: codes.labels });
});

it('leaves classes out where the data has none', () => {
  expect(codesArray(codes, []).about?.columns).toEqual(['index', 'error_mse']);
});

it('lists activations layer by layer', () => {
  expect(layersTable([Float32Array.of(0.5), Float32Array.of(1, 2)]).rows).toEqual([
    [0, 1, 0.5],
    [1, 1, 1],
    [1, 2, 2],
  ]);
});
