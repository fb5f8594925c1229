// What the dialog says beside the reasons of a failure (`problems/words.ts`).
import type {
  ImportChoices,
  ImportFormat,
  ImportPreview,
  ImportProgress,
} from '../../core/import/import-api';
import { countText, megabytesText, valueText } from '../../core/number-text';
import { imageSize, type SampleShape } from '../../core/samples/samples';
import type { OwnEntry } from '../../session/datasets/datasets';

export const texts = {
  title: 'Add data',
  use: 'Use this data',
  cancel: 'Cancel',
  otherFiles: 'Choose other files',
  description: 'Your files become a data set to train on. Nothing leaves your machine.',
  chooseFiles: 'Choose files',
  chooseFolder: 'Choose a folder',
  drop: 'Drop files or a folder here, or anywhere on the page. Pasting works too.',
  dropNow: 'Drop to add as data',
  classes: 'Classes',
  noClasses: 'none',
  valueRange: 'Value range',
  classCounts: 'Samples in each class',
  findClass: 'Find a class',
  remarks: 'Remarks on the data',
  leftOut: 'Left out',
  choices: 'Choices',
  noLabels: 'None',
  points: 'points',
  dropDetail: 'Pictures, tables, sound, arrays, or a ZIP of them',
} as const;

/** What can be added, and how it should look. */
export const accepted: readonly { readonly what: string; readonly how: string }[] = [
  {
    what: 'Pictures',
    how: 'PNG, JPEG, WebP, GIF or AVIF; loose, in folders or in a ZIP. Each folder becomes a class, or a CSV table of file names and labels says the classes. Folders named train and test become the split.',
  },
  {
    what: 'A table',
    how: 'CSV or TSV with one sample in each row, or a long series with a point of time in each row, which is cut into windows. One column may hold the class, or a second file such as y_train.csv.',
  },
  {
    what: 'Sound',
    how: 'WAV, FLAC, MP3, Ogg or what else this browser decodes, or the microphone. It is mixed to one channel at 8 kHz and cut into windows. Each file is a recording, each folder a class.',
  },
  {
    what: 'Arrays',
    how: 'NumPy’s NPY or NPZ, or IDX as MNIST has it (also gzipped). Choose samples and labels together.',
  },
];

const formats: Readonly<Record<ImportFormat, string>> = {
  idx: 'IDX arrays',
  npy: 'NumPy array',
  npz: 'NumPy arrays',
  table: 'Table',
  pictures: 'Pictures',
  sound: 'Sound',
};

export function formatText(format: ImportFormat): string {
  return formats[format];
}

const doing: Readonly<Record<ImportProgress['stage'], string>> = {
  reading: 'Reading the files',
  unpacking: 'Unpacking',
  parsing: 'Reading the numbers',
  decoding: 'Opening the files',
  scaling: 'Bringing the values to one scale',
  saving: 'Saving the data set',
};

/** @param progress null before the first report */
export function doingText(progress: ImportProgress | null): string {
  return progress === null ? 'Looking at the files' : doing[progress.stage];
}

/** `1,200 of 5,000 files`, `12.3 of 54.9 MB`; without a total: `1,200 files`. */
export function amountText({ done, total, unit }: ImportProgress): string {
  const of = (text: (value: number) => string, name: string) =>
    total > 0 ? `${text(done)} of ${text(total)} ${name}` : `${text(done)} ${name}`;
  return unit === 'bytes' ? of(megabytesText, 'MB') : of(countText, unit);
}

/** `28 × 28 pixels, grey`, `30 high × 40 wide, colour`, `96 values`, `96 values in 3 channels` */
export function shapeText(shape: SampleShape): string {
  const image = imageSize(shape);
  if (image) {
    const { height, width, channels } = image;
    const sides = height === width ? `${height} × ${width} pixels` : `${height} high × ${width} wide`;
    return `${sides}, ${channels === 1 ? 'grey' : 'colour'}`;
  }
  const [length = 0, channels = 1] = shape;
  const values = `${countText(length)} ${length === 1 ? 'value' : 'values'}`;
  return channels === 1 ? values : `${values} in ${channels} channels`;
}

export function splitCountsText({ trainCount, testCount }: ImportPreview): string {
  return `${countText(trainCount)} to train on, ${countText(testCount)} to test`;
}

/** `0 to 255` */
export function rangeText([min, max]: ImportPreview['valueRange']): string {
  return `${valueText(min)} to ${valueText(max)}`.replaceAll('-', '−');
}

/** `Sample 3, cat` */
export function sampleName(at: number, className: string | null): string {
  return className === null ? `Sample ${at + 1}` : `Sample ${at + 1}, ${className}`;
}

/** Names of the choices: accessible names too. */
export const choiceLabels = {
  name: 'Name',
  set: 'Set',
  hasHeader: 'First row holds names',
  labelColumn: 'Label column',
  shape: 'Sample shape',
  side: 'Side length',
  colour: 'Colour',
  framing: 'Framing',
  invert: 'Swap light and dark',
  split: 'Split',
  testShare: 'Test share',
  seed: 'Split seed',
  normalisation: 'Scaling',
  reading: 'Rows',
  channels: 'Channels',
  timeColumn: 'Time column',
  rate: 'Sample rate',
  windowLength: 'Window length',
  stride: 'Stride',
} as const satisfies Record<keyof ImportChoices, string>;

export const choiceSummaries = {
  set: 'The files hold several data sets; one is imported at a time.',
  labelColumn: 'The column that says what a row is. It is not trained on; it colours the views.',
  shape: 'How the numbers of one sample are arranged.',
  side: 'Pixels on the longer side. Larger pictures train more slowly.',
  colour: 'Grey has one number for each pixel, colour three.',
  framing: 'What happens to a picture that is not square.',
  invert: 'For dark strokes on white paper: the networks expect light strokes on black.',
  split: 'Which samples are kept to test with. They are never trained on.',
  testShare: 'The part of the samples that is kept to test with, taken from every class alike.',
  seed: 'Another number takes other samples for the test set.',
  normalisation:
    'How values are brought to the range from 0 to 1. Of signals, all but the rarest values of the training set; a spike beyond is kept.',
  reading: 'Whether the rows are separate samples, or follow one another in time and are cut into windows.',
  channels: 'The columns that are measured together at each point of time.',
  timeColumn:
    'The column that says when each row was measured. It tells the points in a second, and is not trained on.',
  rate: 'Points in a second. Speech is understood at 8 kHz; more points need longer windows.',
  windowLength:
    'Points in a window: each window is a sample. It should hold what belongs together, such as a heartbeat.',
  stride:
    'Points from the beginning of a window to the next. Half a window by default, less where there would be few windows.',
  testShareInTime:
    'The last part of each recording is kept to test with. A gap of one window lies before it, so that no test window overlaps one that is trained on.',
  testShareOfRecordings: 'The share of the points whose recordings are kept to test with as a whole.',
} as const;

export const optionLabels: {
  readonly colour: Readonly<Record<ImportChoices['colour'], string>>;
  readonly framing: Readonly<Record<ImportChoices['framing'], string>>;
  readonly split: Readonly<Record<ImportChoices['split'], string>>;
  readonly normalisation: Readonly<Record<ImportChoices['normalisation'], string>>;
  readonly reading: Readonly<Record<ImportChoices['reading'], string>>;
} = {
  colour: { grey: 'Grey', rgb: 'Colour (RGB)' },
  framing: { fit: 'Show all of it', crop: 'Cut to a square' },
  split: {
    files: 'As in the files',
    random: 'Random',
    time: 'First part of each recording trains',
    recordings: 'Whole recordings held out',
  },
  normalisation: {
    range: 'One range for all',
    channel: 'A range for each channel',
    feature: 'A range for each place',
  },
  reading: { rows: 'Each row is a sample', series: 'Rows are points of a long series' },
};

export const listTexts = {
  title: 'Your data',
  choose: 'Use',
  chosen: 'In use',
  rename: 'Rename',
  newName: 'New name',
  remove: 'Remove',
  download: 'Download as NPZ:',
  downloadExplanation:
    'A NumPy archive: values in the units of your data, classes and split. Names of columns are not kept.',
  inUse: 'It is in use. Choose another data set first.',
  removed: (name: string) => `“${name}” is removed.`,
  undo: 'Undo',
  notKept: 'for this visit only',
  mayBeEvicted: 'The browser may delete these when space runs short. Download what you want to keep.',
  small: 'under 0.1 MB',
} as const;

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** `1,000 samples · 28 × 28 pixels, grey · 0.8 MB · 29 Nov 2026` */
export function entryFacts({ manifest, bytes, addedAt, isKept }: OwnEntry): string {
  const facts = [
    `${countText(manifest.train.count + manifest.test.count)} samples`,
    shapeText(manifest.sampleShape),
    bytes < 1e5 ? listTexts.small : `${megabytesText(bytes)} MB`,
    isKept ? day.format(addedAt) : listTexts.notKept,
  ];
  return facts.join(' · ');
}
