// Recordings under choices: windows, their order, labels and scale.
import { describe, expect, test } from 'vitest';
import { parseTable } from '../../../testing/parse';
import { file } from '../../../testing/write-bytes';
import { previewDraft } from '../../preview';
import { draftOf, failureOf, sounds, table } from '../../testing/parsed-for-tests';

const points = Array.from({ length: 4000 }, (_, at) => at);
const wave = points.map((at) => Math.sin(at / 9) + 0.1 * Math.sin(at * 1.7));
const csv = (line: (at: number) => string, header = 'time,value', name = 'pump.csv', count = 4000) =>
  file(name, [header, ...points.slice(0, count).map(line)].join('\n'));
const sampleOf = (draft: Awaited<ReturnType<typeof draftOf>>, index: number) => {
  const into = new Float32Array(draft.raw.shape.reduce((product, side) => product * side, 1));
  draft.raw.read(index, into);
  return [...into];
};

describe('a table of a long series', () => {
  test('is known by its shape, and its time column tells the rate', async () => {
    const draft = await draftOf(await parseTable(csv((at) => `${(at / 50).toFixed(2)},${wave[at]}`)));
    expect(draft.choices).toMatchObject({ reading: 'series', timeColumn: 0, channels: [1], split: 'time' });
    expect(draft.raw.shape).toEqual([32, 1]);
    expect(draft.raw.series?.windows).toMatchObject({ stride: 8, rate: 50 });
  });

  test('has its windows in the order of time, those of training first', async () => {
    const draft = await draftOf(await parseTable(csv((at) => `${at / 50},${(at * 31) % 997}`)), {
      windowLength: 20,
      stride: 10,
    });
    const { train, test: held } = draft.split;
    expect([...train]).toEqual(Array.from({ length: 319 }, (_, at) => at)); // (3200 - 20) / 10 + 1
    expect(held[0]).toBe(319);
    expect(sampleOf(draft, 7)).toEqual(Array.from({ length: 20 }, (_, at) => ((70 + at) * 31) % 997));
    expect(sampleOf(draft, held[0]!)[0]).toBe((3220 * 31) % 997);
  });

  test('can be read as samples, and back', async () => {
    const both = table({ a: wave, b: wave.map((value) => value ** 2) });
    expect((await draftOf(both)).choices.reading).toBe('series');
    const rows = await draftOf(both, { reading: 'rows' });
    expect(rows.raw.shape).toEqual([2, 1]);
    expect(rows.raw.series).toBeNull();
    expect(rows.offers.series?.readings).toEqual(['series', 'rows']);
  });

  test('has the chosen columns as channels, each in its range unless one range is chosen', async () => {
    const two = table({ a: wave, b: wave.map((value) => 1000 * value), c: points.map((at) => at % 5) });
    const draft = await draftOf(two, { reading: 'series', channels: [0, 1] });
    expect(draft.raw.shape).toEqual([32, 2]);
    const { placeRanges } = draft.encoding;
    expect(placeRanges).toHaveLength(64);
    expect(placeRanges![1]![1] / placeRanges![0]![1]).toBeCloseTo(1000, 0);
    expect(placeRanges![62]).toEqual(placeRanges![0]);
    const one = await draftOf(two, { reading: 'series', channels: [0, 1], normalisation: 'range' });
    expect(one.encoding.placeRanges).toBeUndefined();
  });

  test('marks the windows that any anomalous point is in', async () => {
    const labelled = await parseTable(
      csv((at) => `${wave[at]},${at >= 3500 && at < 3510 ? 1 : 0}`, 'value,is_anomaly'),
    );
    const draft = await draftOf(labelled, { windowLength: 50, stride: 25 });
    const { windows } = draft.raw.series!;
    const { test: held } = windows.recordings[0]!;
    const marked = Array.from({ length: held.count }, (_, at) => held.start + at * 25).filter(
      (_, at) => draft.raw.labels![draft.split.test[at]!] === 1,
    );
    expect(marked).toEqual([3475, 3500]);
    expect(draft.notes).toContainEqual({ code: 'import.note.window-labels', column: 'is_anomaly' });
  });

  test('goes over rows with a missing value on a straight line', async () => {
    const draft = await draftOf(await parseTable(csv((at) => `${at},${at === 40 ? '' : (at * 31) % 997}`)), {
      windowLength: 64,
    });
    expect(sampleOf(draft, 0)).toEqual(Array.from({ length: 64 }, (_, at) => (at * 31) % 997));
    expect(draft.notes).toContainEqual({ code: 'import.note.filled', rows: 1 });
    expect(draft.leftOut).toEqual([]);
  });

  test('is one recording a file, and a file that is too short is named', async () => {
    const files = [
      csv((at) => String(wave[at]), 'value', 'a.csv', 1500),
      csv((at) => String(wave[at]), 'value', 'b.csv', 900),
      csv((at) => String(wave[at]), 'value', 'c.csv', 20),
    ];
    const draft = await draftOf(await parseTable(...files), { windowLength: 50, stride: 25 });
    expect(draft.raw.series?.windows.recordings.map(({ name, length }) => [name, length])).toEqual([
      ['a.csv', 1500],
      ['b.csv', 900],
    ]);
    expect(draft.leftOut).toEqual([{ why: 'short-recording', count: 1, files: ['c.csv'] }]);
    expect(draft.offers.splits).toEqual(['time', 'recordings']);
    const whole = await draftOf(await parseTable(...files), {
      windowLength: 50,
      stride: 25,
      split: 'recordings',
    });
    expect(whole.split.train.length + whole.split.test.length).toBe(59 + 35);
  });

  test('with too few windows is refused with how many there are', async () => {
    const one = table({ value: wave.slice(0, 900) });
    expect(await failureOf(one, { windowLength: 100, stride: 100 })).toEqual({
      code: 'import.few-windows',
      windows: 9,
      least: 50,
    });
  });
});

describe('the range of a series', () => {
  test('does not follow a spike, which is kept', async () => {
    const spiked = wave.map((value, at) => (at === 1000 ? 500 : value));
    const draft = await draftOf(table({ value: spiked }), { windowLength: 32, stride: 32 });
    const [least, greatest] = draft.encoding.valueRange;
    expect(greatest).toBeLessThan(2);
    expect(least).toBeGreaterThan(-2);
    const stored = new Float32Array(32);
    draft.encoding.encode(Float32Array.from(sampleOf(draft, 31)), stored);
    expect(Math.max(...stored)).toBeCloseTo((500 - least) / (greatest - least), 3);
  });

  test('is of the training set alone', async () => {
    const grown = wave.map((value, at) => (at > 3300 ? 10 * value : value));
    const draft = await draftOf(table({ value: grown }));
    expect(draft.encoding.valueRange[1]).toBeLessThan(2);
    expect(draft.valueRange[1]).toBeGreaterThan(9);
  });
});

describe('sound', () => {
  const tone = (pitch: number, seconds: number) =>
    Float32Array.from(
      { length: 8000 * seconds },
      (_, at) => 0.5 * Math.sin((2 * Math.PI * pitch * at) / 8000),
    );

  test('is cut into windows of 512 points, of the class of its folder', async () => {
    const parsed = sounds({ 'low/a.wav': tone(220, 2), 'high/b.wav': tone(880, 2) }, ['high', 'low'], [1, 0]);
    const draft = await draftOf(parsed);
    expect(draft.raw.shape).toEqual([512, 1]);
    expect(draft.raw.series?.windows.rate).toBe(8000);
    expect(draft.choices).toMatchObject({ reading: 'series', rate: 8000, split: 'time' });
    const preview = previewDraft(draft);
    expect(preview.classes?.map(({ name }) => name)).toEqual(['high', 'low']);
    expect(preview.series?.traces).toHaveLength(2);
    expect(preview.series?.traces[0]?.columns).toBe(1200);
    expect(Math.max(...preview.series!.traces[0]!.highs)).toBeCloseTo(0.5, 3);
  });

  test('that is shorter than any window is refused with its length', async () => {
    expect(await failureOf(sounds({ 'click.wav': Float32Array.of(0, 0.5, 0) }))).toEqual({
      code: 'import.short-recordings',
      file: 'click.wav',
      points: 3,
      windowLength: 4,
    });
  });
});
