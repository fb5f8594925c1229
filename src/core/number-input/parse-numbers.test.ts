import { describe, expect, it } from 'vitest';
import {
  countText,
  decimalText,
  fixedText,
  lossText,
  measurementText,
  percentText,
  rateText,
  readingText,
  significantText,
  tickText,
  valueText,
} from '../number-text';
import { parseNumber, parseNumbers } from './parse-numbers';

describe('a typed number', () => {
  it.each<[string, number]>([
    ['10000', 10_000],
    ['10,000', 10_000],
    ['10 000', 10_000],
    ['10\u00a0000', 10_000],
    ['10’000', 10_000],
    ['1,234,567', 1_234_567],
    ['1.234.567', 1_234_567],
    ['1,234', 1234],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1 234,5', 1234.5],
    ['1.234', 1.234],
    ['0,5', 0.5],
    ['1,5', 1.5],
    [',5', 0.5],
    ['.5', 0.5],
    ['0,125', 0.125],
    ['12,3456', 12.3456],
    ['1e-4', 0.0001],
    ['1E5', 100_000],
    ['1,5e-3', 0.0015],
    ['5e−5', 0.00005],
    ['7.0e14', 7e14],
    ['15k', 15_000],
    ['1.5M', 1_500_000],
    ['61 %', 0.61],
    ['61.3%', 0.613],
    ['−1.20', -1.2],
    ['-3', -3],
    ['+3', 3],
    ['007', 7],
    ['  7 ', 7],
    ['0', 0],
  ])('%j is %d', (text, value) => {
    expect(parseNumber(text)?.value).toBe(value);
  });

  it.each([
    ...['', ' ', '—', 'seven', '1,', '1,2,3', '1,000,5', '1,00,000', '0,000,1', '1 2', '10 00', '1’234 567'],
    ...['1.2.3', '0x10', '1_000', 'Infinity', 'NaN', '1e999', '1e', 'e5', '5 m', '--5', '1,234,567,8'],
  ])('%j is none', (text) => {
    expect(parseNumber(text)).toBeNull();
  });

  it('says what its comma means', () => {
    const commas = ['1,234', '0,5', '1,5', '1.234,5', '1234'].map((text) => parseNumber(text)?.comma);
    expect(commas).toEqual(['thousands', 'decimal', 'decimal', 'decimal', 'none']);
  });

  const formats: Record<string, (value: number) => string> = {
    countText,
    decimalText,
    fixedText: (value) => fixedText(value, 2),
    lossText,
    measurementText,
    percentText: (value) => percentText(value, 1),
    rateText,
    readingText,
    significantText,
    tickText,
    valueText,
  };
  const values = [0, 0.00001, 0.00034, 0.0252, 0.5, 1, 1.5, 4, 128, 999, 1000, 1234.5, 10_000];
  const large = [15_300, 100_000, 1_234_567, 2.5e7, 7.04e14];

  it.each(Object.entries(formats))('is read back as %s writes it', (_, write) => {
    for (const value of [...values, ...large, -1.5, -128, -1234.5]) {
      const text = write(value);
      const read = parseNumber(text)?.value ?? Number.NaN;
      // What is written is rounded, so it is compared as text; a rounded number may gain its separator (1234.5).
      expect(write(read).replaceAll(',', '')).toBe(text.replaceAll(',', ''));
    }
  });

  it('is exact where the format is', () => {
    for (let count = 0; count < 20_000; count += 7) expect(parseNumber(countText(count))?.value).toBe(count);
  });
});

describe('a typed list', () => {
  const numbersIn = (text: string, integer = false) => {
    const read = parseNumbers(text, integer);
    return 'numbers' in read ? read.numbers.map(({ value }) => value) : read.notANumber;
  };

  it.each<[string, number[]]>([
    ['1, 2, 4, 8', [1, 2, 4, 8]],
    ['1, 2;4  8,', [1, 2, 4, 8]],
    ['1 ,2 , 4', [1, 2, 4]],
    ['1,2,4,8', [1, 2, 4, 8]],
    ['1,\u00a02,\u00a04', [1, 2, 4]],
    ['1\n2\t4', [1, 2, 4]],
    ['0,5; 2', [0.5, 2]],
    ['0,5 1,5', [0.5, 1.5]],
    ['0,25, 0,5, 1', [0.25, 0.5, 1]],
    ['0.1,0.2', [0.1, 0.2]],
    ['1,000, 2,000', [1000, 2000]],
    ['10,000', [10_000]],
    ['1e-4 5e-4', [0.0001, 0.0005]],
    ['1,5', [1.5]],
    ['', []],
    [' , ;', []],
  ])('%j is %j', (text, values) => {
    expect(numbersIn(text)).toEqual(values);
  });

  it('has no decimal comma between whole numbers', () => {
    expect(numbersIn('4,8', true)).toEqual([4, 8]);
    expect(numbersIn('4,8 16', true)).toEqual([4, 8, 16]);
    expect(numbersIn('16,32,64,128,256', true)).toEqual([16, 32, 64, 128, 256]);
    expect(numbersIn('64,128', true)).toEqual([64_128]);
  });

  it.each(['two', '0x10', '1,000,5', '1,05,2', '1;two'])('%j is refused with the word at fault', (text) => {
    expect(numbersIn(text)).toBe(text.split(';').at(-1));
  });

  it('is ambiguous where a comma without a space could mean something else', () => {
    const isAmbiguous = (text: string) => {
      const read = parseNumbers(text, false);
      return 'numbers' in read && read.isAmbiguous;
    };
    expect(['1,5', '1,2,4', '1,000; 2'].map(isAmbiguous)).toEqual([true, true, true]);
    expect(['1, 2, 4,', '0.5 2', '1000; 2'].map(isAmbiguous)).toEqual([false, false, false]);
  });
});
