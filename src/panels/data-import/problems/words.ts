// Why files cannot become a data set, what was left out, and what is unusual: in sentences that name the file and the place, and
// say what to do.
import { plural, t } from '@lingui/core/macro';
import type { ImportFailure, ImportNote, LeftOut } from '../../../core/import/import-failure';
import { countText, megabytesText } from '../../../core/number-text';
import { textOf, type WordsFor } from '../../../core/words-for';
import { failureText } from '../../../session/engine/notices/words';
import type { ImportProblem } from '../../../session/importing/importing';
import { choiceLabels } from '../words';
import { filesText } from './files-text';
import { seriesFailures, seriesLeftOut, seriesNotes } from './series-words';

/** `28 × 28` */
const sidesText = (shape: readonly number[]) => shape.join(' × ');

/** A text from elsewhere, with one full stop. */
const sentence = (text: string) => `${text.replace(/\.$/, '')}.`;

const tooLarge: Readonly<
  Record<Extract<ImportFailure, { code: 'import.too-large' }>['what'], (a: number, m: number) => string>
> = {
  unpacked: (amount, most) =>
    t`Unpacked, the files would take ${{ amount: megabytesText(amount) }} MB, and ${{ most: megabytesText(most) }} MB is the limit`,
  files: (amount, most) =>
    t`There are ${{ amount: countText(amount) }} files, and ${{ most: countText(most) }} is the limit`,
  memory: (amount, most) =>
    t`The data set would take ${{ amount: megabytesText(amount) }} MB of memory, and ${{ most: megabytesText(most) }} MB is the limit`,
};

const workbooks: Readonly<Record<Extract<ImportFailure, { code: 'import.workbook' }>['kind'], string>> = {
  excel: t`an Excel workbook`,
  'open-document': t`an OpenDocument file, such as LibreOffice saves`,
  numbers: t`a Numbers document`,
};

const failures: WordsFor<ImportFailure> = {
  'import.nothing': () => t`There is no file in it. Choose one file or more, or a folder that holds some.`,
  'import.unknown-format': ({ file, begins }) =>
    t`${file} is not of a kind that can be read here (its first bytes are ${begins}). Choose pictures, a CSV or TSV table, sound, an NPY, NPZ or IDX file, or a ZIP of them.`,
  'import.empty-file': ({ files }) => {
    const names = filesText(files);
    return plural(
      { count: files.length },
      {
        one: `${names} is empty: there is not one byte in it. Save or download again what should be there.`,
        other: `${names} are empty: there is not one byte in them. Save or download again what should be there.`,
      },
    );
  },
  'import.workbook': ({ file, kind }) =>
    t`${file} is ${{ workbook: workbooks[kind] }}. Save its sheet as CSV there, then choose the CSV file.`,
  'import.mixed': ({ files }) =>
    t`These files do not go together: ${{ files: filesText(files) }}. Add one kind at a time: pictures, or one table, or sound, or arrays.`,
  'import.labels-unmatched': ({ file, pictures }) =>
    t`${file} comes with ${plural(pictures, { one: '# picture', other: '# pictures' })}, but no column of it names them. To give the pictures classes, make a table with two columns, the file name and the label; to import the table, choose it alone.`,
  'import.unreadable': ({ file, detail }) =>
    t`${file} cannot be read: ${{ sentence: sentence(detail) }} Check that it opens in another program, then choose it again.`,
  'import.truncated': ({ file, bytes, expected }) =>
    t`${file} is cut off: it has ${{ bytes: countText(bytes) }} bytes and should have ${{ expected: countText(expected) }}. Copy or download it again.`,
  'import.trailing-bytes': ({ file, bytes, expected }) =>
    t`${file} is longer than it says: it has ${{ bytes: countText(bytes) }} bytes and should have ${{ expected: countText(expected) }}. Save or download it again.`,
  'import.bad-gzip': ({ file }) =>
    t`${file} is damaged and cannot be unpacked. Download it again, or unpack it yourself and choose what is in it.`,
  'import.bad-zip': ({ file, detail }) =>
    t`${file} is a damaged ZIP: ${{ sentence: sentence(detail) }} Make or download it again, or unpack it and choose the folder.`,
  'import.encrypted-zip': ({ file }) =>
    t`${file} is locked with a password. Unpack it yourself and choose the folder.`,
  'import.path-trick': ({ file, entry }) =>
    t`${file} holds a file whose path leads out of the archive: ${entry}. Nothing was read. Make the ZIP again from the folder itself.`,
  'import.idx-type': ({ file, type }) =>
    t`${file} holds numbers of the unknown type 0x${{ type: type.toString(16).padStart(2, '0') }} (byte 3). IDX has 0x08 (bytes), 0x09, 0x0b, 0x0c, 0x0d (floats) and 0x0e.`,
  'import.idx-shape': ({ file, shape }) =>
    t`${file} has the shape ${{ shape: sidesText(shape) }}. Make it count × numbers, count × height × width, or that × channels.`,
  'import.npy-header': ({ file, byte }) =>
    t`The header of ${file} cannot be read at byte ${{ byte: countText(byte) }}. Save the array again with numpy.save.`,
  'import.npy-shape': ({ file, shape: [count] }) =>
    count === undefined
      ? t`${file} has no dimension: it is a single number. Make its shape count × numbers, count × height × width, or that × channels, with numpy.reshape.`
      : t`${file} has one dimension: ${plural(count, { one: '# number', other: '# numbers' })} in a row, so each sample would be one number. Make its shape count × numbers, count × height × width, or that × channels, with numpy.reshape.`,
  'import.npy-pickled': ({ file }) =>
    t`${file} holds Python objects. Reading them would run code from the file, so they are refused. Save plain numbers: numpy.save(name, array.astype("float32")).`,
  'import.npy-dtype': ({ file, dtype }) =>
    t`${file} holds values of type ${dtype}. Save it as numbers, such as uint8 or float32.`,
  'import.npz-names': ({ file, names }) =>
    t`It is not clear which array of ${file} holds the samples: ${{ names: filesText(names, names.length, 8) }}. Name them x_train, y_train, x_test and y_test, or x and y.`,
  'import.label-count': ({ file, labels, samples }) =>
    t`${file} has ${plural(labels, { one: '# label', other: '# labels' })} for ${plural(samples, { one: '# sample', other: '# samples' })}. There must be one label for each sample.`,
  'import.label-value': ({ file, place, value }) =>
    t`${file} has the label “${value}” at index ${{ place: countText(place) }} (counted from 0). Labels must be whole numbers from 0 to 65,535.`,
  'import.shapes-differ': ({ files, shapes }) =>
    t`The samples have different shapes: ${{ shapes: files.map((file, at) => t`${file} has ${{ shape: sidesText(shapes[at] ?? []) }}`).join(', ') }}. Make them the same.`,
  'import.unequal-rows': ({ file, line, columns, expected }) =>
    t`Line ${{ line: countText(line) }} of ${file} has ${plural(columns, { one: '# column', other: '# columns' })}, the lines before have ${{ expected: countText(expected) }}. Correct this line, or look for a separator that is missing or too many.`,
  'import.not-a-number': ({ file, line, column, text }) =>
    t`Line ${{ line: countText(line) }} of ${file} has “${text}” in column ${{ column: countText(column) }}, which is not a number. Correct it, or choose that column as the label column.`,
  'import.not-finite': ({ file, sample }) =>
    t`${file} has a value that is not a finite number (NaN or infinity) in sample ${{ sample: countText(sample) }} (counted from 0). Replace it or leave the sample out.`,
  'import.no-numbers': ({ file }) =>
    t`No column of ${file} holds numbers. Each row should be one sample, each column one of its numbers.`,
  'import.sample-size': ({ values, least, most }) =>
    t`Each sample has ${plural(values, { one: '# number', other: '# numbers' })}. It can have from ${{ least: countText(least) }} to ${{ most: countText(most) }}: choose a smaller side, fewer columns or shorter pieces.`,
  'import.no-pictures': ({ file, leftOut }) =>
    plural(leftOut, {
      one: `${file} cannot be read as a picture. Use PNG, JPEG, WebP or GIF, or a table or arrays.`,
      other: `None of the # files can be read as a picture, ${file} for one. Use PNG, JPEG, WebP or GIF, or a table or arrays.`,
    }),
  'import.no-decoder': ({ missing }) =>
    t`This browser cannot open pictures here (it has no ${missing}). A newer Chrome, Edge, Firefox or Safari can; tables and arrays work in this one.`,
  'import.canvas-protected': () =>
    t`This browser hides the true colours of pictures from pages, as a protection against tracking. Allow this page to read canvases, or use another browser; tables and arrays work in this one.`,
  'import.too-few': ({ samples, least }) =>
    t`There ${plural(samples, { one: 'is # sample', other: 'are # samples' })}, and at least ${{ least: countText(least) }} are needed. Add more.`,
  'import.all-same': ({ samples }) =>
    t`All ${plural(samples, { one: '# sample', other: '# samples' })} are the same, so there is nothing to learn. Check that the files hold what you expect.`,
  'import.too-many-classes': ({ classes, most }) =>
    t`The labels have ${{ classes: countText(classes) }} different values, and ${{ most: countText(most) }} is the limit. Choose another label column, or none.`,
  'import.too-large': ({ what, amount, most }) =>
    `${tooLarge[what](amount, most)}. ${t`Use part of the data.`}`,
  'import.out-of-memory': ({ bytes }) =>
    t`This browser has no room for ${{ bytes: megabytesText(bytes) }} MB. Close other tabs, or use part of the data or a smaller side length.`,
  'import.test-empty': () =>
    t`The training set or the test set would be empty. Change the test share, shorten the windows, or put some files in a folder named “test”.`,
  ...seriesFailures,
};

/** What is wrong and what to do about it. */
export function problemText(problem: ImportProblem): string {
  return isOfFiles(problem)
    ? textOf(failures, problem)
    : t`Reading the files stopped: ${{ problem: failureText(problem) }} Try again, with fewer files if it happens twice.`;
}

function isOfFiles(problem: ImportProblem): problem is ImportFailure {
  return problem.code.startsWith('import.');
}

const leftOut: Readonly<Record<LeftOut['why'], (count: number) => string>> = {
  'not-a-picture': (count) =>
    plural(count, { one: '# file that is not a picture', other: '# files that are not pictures' }),
  'unreadable-picture': (count) =>
    plural(count, { one: '# picture that cannot be read', other: '# pictures that cannot be read' }),
  empty: (count) => plural(count, { one: '# empty file', other: '# empty files' }),
  hidden: (count) => plural(count, { one: '# hidden file', other: '# hidden files' }),
  'unused-file': (count) =>
    plural(count, { one: '# file that is not used', other: '# files that are not used' }),
  'unused-array': (count) =>
    plural(count, {
      one: '# array that serves neither as samples nor as labels',
      other: '# arrays that serve neither as samples nor as labels',
    }),
  'unlabelled-picture': (count) =>
    plural(count, {
      one: '# picture without a label in the table',
      other: '# pictures without a label in the table',
    }),
  'missing-value': (count) =>
    plural(count, { one: '# row with a missing value', other: '# rows with a missing value' }),
  'empty-column': (count) =>
    plural(count, { one: '# column with few values or none', other: '# columns with few values or none' }),
  'row-numbers': (count) =>
    plural(count, {
      one: '# column that only numbers the rows',
      other: '# columns that only number the rows',
    }),
  ...seriesLeftOut,
  'text-column': (count) =>
    plural(count, { one: '# column that holds text', other: '# columns that hold text' }),
};

/** `3 files that are not pictures: notes.txt, a.pdf, b.pdf` */
export function leftOutText({ why, count, files }: LeftOut): string {
  const what = leftOut[why](count);
  if (files.length === 0) return what;
  const names = filesText(files, count);
  return why === 'missing-value'
    ? `${what}: ${plural(count, { one: `line ${names}`, other: `lines ${names}` })}`
    : `${what}: ${names}`;
}

const alpha: Readonly<Record<Extract<ImportNote, { code: 'import.note.alpha' }>['how'], string>> = {
  'over-white': t`The fourth channel was taken for opacity: the images were placed on white.`,
  'over-black': t`The fourth channel was taken for opacity: the images, which are mostly light, were placed on black.`,
  opaque: t`The fourth channel, opacity, was left out: all images are opaque.`,
  'no-opacity': t`The fourth channel was left out: only grey and RGB images can be trained on.`,
};

const notes: WordsFor<ImportNote> = {
  'import.note.one-class': ({ name }) =>
    t`All samples are of one class, “${name}”, so nothing can be told apart by class.`,
  'import.note.few': ({ samples }) =>
    plural(samples, {
      one: '# sample is few: a network will soon learn them by heart.',
      other: '# samples are few: a network will soon learn them by heart.',
    }),
  'import.note.unlabelled': () =>
    t`The samples have no labels. Training works without them; views that colour by class will not.`,
  'import.note.duplicates': ({ count }) =>
    plural(count, {
      one: '# sample equals another one exactly. If one is in the training set and the other in the test set, the test error looks too good.',
      other:
        '# samples equal another one exactly. If one is in the training set and the other in the test set, the test error looks too good.',
    }),
  'import.note.scaled': ({ from: [width, height], sizes }) =>
    sizes === 1
      ? t`The pictures were resized from ${{ width: countText(width) }} × ${{ height: countText(height) }} pixels.`
      : t`The pictures were resized to one size, from ${{ sizes: countText(sizes) }} sizes (most often ${{ width: countText(width) }} × ${{ height: countText(height) }} pixels).`,
  'import.note.alpha': ({ how }) => alpha[how],
  'import.note.paper': ({ paper }) =>
    paper === 'white'
      ? t`Transparent parts are white.`
      : t`Transparent parts are black, because what is drawn is mostly light.`,
  'import.note.first-of-labels': ({ file, numbers }) =>
    t`${file} has ${{ numbers: countText(numbers) }} numbers for each sample. The first one is taken for the class.`,
  'import.note.labels-from': ({ file, column }) =>
    t`The classes come from the column “${column}” of ${file}.`,
  ...seriesNotes,
  'import.note.sets': ({ sets, shown }) =>
    t`The files hold ${{ sets: countText(sets) }} data sets. This one is ${shown}; choose another one under “${{ set: choiceLabels.set }}”.`,
};

export function importNoteText(note: ImportNote): string {
  return textOf(notes, note);
}
