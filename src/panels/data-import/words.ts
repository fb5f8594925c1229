// What the dialog says beside the reasons of a failure (`problems/words.ts`).
import { plural, t } from '@lingui/core/macro';
import type {
  ImportChoices,
  ImportFormat,
  ImportPreview,
  ImportProgress,
} from '../../core/import/import-api';
import { dayText } from '../../core/language/formats';
import { countText, megabytesText, valueText } from '../../core/number-text';
import { imageSize, type SampleShape } from '../../core/samples/samples';
import type { OwnEntry } from '../../session/datasets/datasets';

export const texts = {
  title: t`Add data`,
  use: t`Use this data`,
  cancel: t`Cancel`,
  otherFiles: t`Choose other files`,
  description: t`Your files become a data set to train on. Nothing leaves your machine.`,
  chooseFiles: t`Choose files`,
  chooseFolder: t`Choose a folder`,
  drop: t`Drop files or a folder here, or anywhere on the page. Pasting works too.`,
  dropNow: t`Drop to add as data`,
  classes: t`Classes`,
  noClasses: t({ message: 'none', comment: 'No classes' }),
  valueRange: t`Value range`,
  shapeExplanation: t`How many numbers a sample has, and in what order: height, width and colours, or length and channels.`,
  classesExplanation: t`What the samples are labelled as. The network never sees the labels.`,
  rangeExplanation: t`The smallest and the largest number in the files.`,
  classCounts: t`Samples in each class`,
  findClass: t`Find a class`,
  remarks: t`Remarks on the data`,
  leftOut: t`Left out`,
  choices: t`Choices`,
  noLabels: t({ message: 'None', context: 'column' }),
  points: t`points`,
  dropDetail: t`Pictures, tables, sound, arrays, or a ZIP of them`,
} as const;

/** What can be added, and how it should look. */
export const accepted: readonly { readonly what: string; readonly how: string }[] = [
  {
    what: t`Pictures`,
    how: t`PNG, JPEG, WebP, GIF or AVIF; loose, in folders or in a ZIP. Each folder becomes a class, or a CSV table of file names and labels gives the classes. Folders named train and test become the split.`,
  },
  {
    what: t`A table`,
    how: t`CSV or TSV with one sample in each row, or a long series with one point in time per row, which is cut into windows. The class may be in a column, or in a second file such as y_train.csv.`,
  },
  {
    what: t`Sound`,
    how: t`WAV, FLAC, MP3, Ogg or whatever else this browser decodes, or the microphone. It is mixed down to one channel at 8 kHz and cut into windows. Each file is a recording, each folder a class.`,
  },
  {
    what: t`Arrays`,
    how: t`NumPy’s NPY or NPZ, or IDX as used by MNIST (also gzipped). Choose samples and labels together.`,
  },
];

const formats: Readonly<Record<ImportFormat, string>> = {
  idx: t`IDX arrays`,
  npy: t`NumPy array`,
  npz: t`NumPy arrays`,
  table: t`Table`,
  pictures: t`Pictures`,
  sound: t`Sound`,
};

export function formatText(format: ImportFormat): string {
  return formats[format];
}

const doing: Readonly<Record<ImportProgress['stage'], string>> = {
  reading: t`Reading the files`,
  unpacking: t`Unpacking`,
  parsing: t`Reading the numbers`,
  decoding: t`Opening the files`,
  scaling: t`Scaling the values`,
  saving: t`Saving the data set`,
};

/** @param progress null before the first report */
export function doingText(progress: ImportProgress | null): string {
  return progress === null ? t`Looking at the files` : doing[progress.stage];
}

/** `1,200 of 5,000 files`, `12.3 of 54.9 MB`; without a total: `1,200 files`. */
export function amountText({ done, total, unit }: ImportProgress): string {
  const text = unit === 'bytes' ? megabytesText : countText;
  return total > 0 ? amounts[unit].of(text(done), text(total)) : amounts[unit].done(text(done));
}

const amounts: Readonly<
  Record<
    ImportProgress['unit'],
    { readonly of: (done: string, total: string) => string; readonly done: (done: string) => string }
  >
> = {
  bytes: { of: (done, total) => t`${done} of ${total} MB`, done: (done) => `${done} MB` },
  files: { of: (done, total) => t`${done} of ${total} files`, done: (done) => t`${done} files` },
  rows: { of: (done, total) => t`${done} of ${total} rows`, done: (done) => t`${done} rows` },
  samples: { of: (done, total) => t`${done} of ${total} samples`, done: (done) => t`${done} samples` },
};

/** `28 × 28 pixels, grey`, `30 high × 40 wide, colour`, `96 values`, `96 values in 3 channels` */
export function shapeText(shape: SampleShape): string {
  const image = imageSize(shape);
  if (image) {
    const { height, width, channels } = image;
    const sides = height === width ? t`${height} × ${width} pixels` : t`${height} high × ${width} wide`;
    return channels === 1 ? t`${sides}, grey` : t`${sides}, colour`;
  }
  const [length = 0, channels = 1] = shape;
  const values = plural(length, { one: '# value', other: '# values' });
  return channels === 1 ? values : t`${values} in ${channels} channels`;
}

export function splitCountsText({ trainCount, testCount }: ImportPreview): string {
  return t`${{ trainCount: countText(trainCount) }} to train on, ${{ testCount: countText(testCount) }} to test`;
}

/** `0 to 255` */
export function rangeText([min, max]: ImportPreview['valueRange']): string {
  return t`${{ min: valueText(min) }} to ${{ max: valueText(max) }}`.replaceAll('-', '−');
}

/** `Sample 3, cat` */
export function sampleName(at: number, className: string | null): string {
  return className === null ? t`Sample ${{ at: at + 1 }}` : t`Sample ${{ at: at + 1 }}, ${className}`;
}

/** Names of the choices: accessible names too. */
export const choiceLabels = {
  name: t`Name`,
  set: t`Set`,
  hasHeader: t`First row holds names`,
  labelColumn: t`Label column`,
  shape: t`Sample shape`,
  side: t`Side length`,
  colour: t`Colour`,
  framing: t`Framing`,
  invert: t`Swap light and dark`,
  split: t`Split`,
  testShare: t`Test share`,
  seed: t`Split seed`,
  normalisation: t`Scaling`,
  reading: t`Rows`,
  channels: t`Channels`,
  timeColumn: t`Time column`,
  rate: t`Sample rate`,
  windowLength: t`Window length`,
  stride: t`Stride`,
} as const satisfies Record<keyof ImportChoices, string>;

export const choiceSummaries = {
  set: t`The files hold several data sets; one is imported at a time.`,
  labelColumn: t`The column that says what a row is. It is not trained on; it colours the views.`,
  shape: t`How the numbers of one sample are arranged.`,
  side: t`Pixels on the longer side. Larger pictures train more slowly.`,
  colour: t`Grey has one number for each pixel, colour three.`,
  framing: t`What happens to a picture that is not square.`,
  invert: t`For dark strokes on white paper: the networks expect light strokes on black.`,
  split: t`Which samples are kept for testing. They are never trained on.`,
  testShare: t`The share of the samples that is kept for testing, the same share of every class.`,
  seed: t`Another number puts different samples into the test set.`,
  normalisation: t`How values are scaled to the range from 0 to 1. For signals, all but the rarest values of the training set fall in this range; a spike beyond it is kept.`,
  reading: t`Whether the rows are separate samples, or follow one another in time and are cut into windows.`,
  channels: t`The columns that are measured together at each point in time.`,
  timeColumn: t`The column that says when each row was measured. It gives the points per second, and is not trained on.`,
  rate: t`Points per second. Speech can be understood at 8 kHz; more points need longer windows.`,
  windowLength: t`Points in a window: each window is a sample. It should hold what belongs together, such as a heartbeat.`,
  stride: t`Points from the start of one window to the start of the next. Half a window by default, less if there would be too few windows.`,
  testShareInTime: t`The last part of each recording is kept for testing. A gap of one window lies before it, so that no test window overlaps one that is trained on.`,
  testShareOfRecordings: t`The share of the points in recordings that are kept whole for testing.`,
} as const;

export const optionLabels: {
  readonly colour: Readonly<Record<ImportChoices['colour'], string>>;
  readonly framing: Readonly<Record<ImportChoices['framing'], string>>;
  readonly split: Readonly<Record<ImportChoices['split'], string>>;
  readonly normalisation: Readonly<Record<ImportChoices['normalisation'], string>>;
  readonly reading: Readonly<Record<ImportChoices['reading'], string>>;
} = {
  colour: { grey: 'Grey', rgb: 'Colour (RGB)' },
  framing: { fit: t`Show all of it`, crop: t`Cut to a square` },
  split: {
    files: t`As in the files`,
    random: t`Random`,
    time: t`First part of each recording trains`,
    recordings: t`Whole recordings held out`,
  },
  normalisation: {
    range: t`One range for all`,
    channel: t`A range for each channel`,
    feature: t`A range for each position`,
  },
  reading: { rows: t`Each row is a sample`, series: t`Rows are points of a long series` },
};

export const listTexts = {
  title: t`Your data`,
  choose: t`Use`,
  chosen: t`In use`,
  rename: t`Rename`,
  newName: t`New name`,
  remove: t`Remove`,
  download: t`Download as NPZ:`,
  downloadExplanation: t`A NumPy archive: values in the units of your data, classes and split. Names of columns are not kept.`,
  inUse: t`It is in use. Choose another data set first.`,
  removed: (name: string) => t`“${name}” was removed.`,
  undo: t`Undo`,
  notKept: t`for this visit only`,
  mayBeEvicted: t`The browser may delete these when space runs short. Download what you want to keep.`,
  small: t`under 0.1 MB`,
} as const;

/** `1,000 samples · 28 × 28 pixels, grey · 0.8 MB · 29 Nov 2026` */
export function entryFacts({ manifest, bytes, addedAt, isKept }: OwnEntry): string {
  const facts = [
    plural({ count: manifest.train.count + manifest.test.count }, { one: '# sample', other: '# samples' }),
    shapeText(manifest.sampleShape),
    bytes < 1e5 ? listTexts.small : `${megabytesText(bytes)} MB`,
    isKept ? dayText(addedAt) : listTexts.notKept,
  ];
  return facts.join(' · ');
}
