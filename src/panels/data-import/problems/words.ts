// Why files cannot become a data set, what was left out, and what is unusual: in sentences that name the file and the place, and
// say what to do.
import type { ImportFailure, ImportNote, LeftOut } from '../../../core/import/import-failure';
import { countText, megabytesText } from '../../../core/number-text';
import { textOf, type WordsFor } from '../../../core/words-for';
import { failureText } from '../../../session/engine/notices/words';
import type { ImportProblem } from '../../../session/importing/importing';
import { choiceLabels } from '../words';
import { counted, filesText } from './counted';
import { seriesFailures, seriesLeftOut, seriesNotes } from './series-words';

/** `28 × 28` */
const sidesText = (shape: readonly number[]) => shape.join(' × ');

/** A text from elsewhere, with one full stop. */
const sentence = (text: string) => `${text.replace(/\.$/, '')}.`;

const tooLarge: Readonly<
  Record<Extract<ImportFailure, { code: 'import.too-large' }>['what'], (a: number, m: number) => string>
> = {
  unpacked: (amount, most) =>
    `Unpacked, the files would take ${megabytesText(amount)} MB, and ${megabytesText(most)} MB is the limit`,
  files: (amount, most) => `There are ${countText(amount)} files, and ${countText(most)} is the limit`,
  memory: (amount, most) =>
    `The data set would take ${megabytesText(amount)} MB of memory, and ${megabytesText(most)} MB is the limit`,
};

const workbooks: Readonly<Record<Extract<ImportFailure, { code: 'import.workbook' }>['kind'], string>> = {
  excel: 'an Excel workbook',
  'open-document': 'an OpenDocument file, such as LibreOffice saves',
  numbers: 'a Numbers document',
};

const failures: WordsFor<ImportFailure> = {
  'import.nothing': () => 'There is no file in it. Choose one file or more, or a folder that holds some.',
  'import.unknown-format': ({ file, begins }) =>
    `${file} is of no kind that can be read here (its first bytes are ${begins}). Choose pictures, a CSV or TSV table, sound, an NPY, NPZ or IDX file, or a ZIP of them.`,
  'import.empty-file': ({ files }) =>
    `${filesText(files)} ${files.length === 1 ? 'is' : 'are'} empty: there is not one byte in ${files.length === 1 ? 'it' : 'them'}. Save or download again what should be there.`,
  'import.workbook': ({ file, kind }) =>
    `${file} is ${workbooks[kind]}. Save its sheet as CSV there, then choose the CSV file.`,
  'import.mixed': ({ files }) =>
    `These files do not go together: ${filesText(files)}. Add one kind at a time: pictures, or one table, or sound, or arrays.`,
  'import.labels-unmatched': ({ file, pictures }) =>
    `${file} stands beside ${counted(pictures, 'picture')}, but no column of it names them. To give the pictures classes, make a table with two columns, the file name and the label; to import the table, choose it alone.`,
  'import.unreadable': ({ file, detail }) =>
    `${file} cannot be read: ${sentence(detail)} Check that it opens in another program, then choose it again.`,
  'import.truncated': ({ file, bytes, expected }) =>
    `${file} is cut off: it has ${countText(bytes)} bytes and should have ${countText(expected)}. Copy or download it again.`,
  'import.trailing-bytes': ({ file, bytes, expected }) =>
    `${file} is longer than it says: it has ${countText(bytes)} bytes and should have ${countText(expected)}. Save or download it again.`,
  'import.bad-gzip': ({ file }) =>
    `${file} is damaged and cannot be unpacked. Download it again, or unpack it yourself and choose what is in it.`,
  'import.bad-zip': ({ file, detail }) =>
    `${file} is a damaged ZIP: ${sentence(detail)} Make or download it again, or unpack it and choose the folder.`,
  'import.encrypted-zip': ({ file }) =>
    `${file} is locked with a password. Unpack it yourself and choose the folder.`,
  'import.path-trick': ({ file, entry }) =>
    `${file} holds a file whose path leads out of the archive: ${entry}. Nothing was read. Make the ZIP again from the folder itself.`,
  'import.idx-type': ({ file, type }) =>
    `${file} holds numbers of the unknown type 0x${type.toString(16).padStart(2, '0')} (byte 3). IDX has 0x08 (bytes), 0x09, 0x0b, 0x0c, 0x0d (floats) and 0x0e.`,
  'import.idx-shape': ({ file, shape }) =>
    `${file} has the shape ${sidesText(shape)}. Make it count × numbers, count × height × width, or that × channels.`,
  'import.npy-header': ({ file, byte }) =>
    `The header of ${file} cannot be read at byte ${countText(byte)}. Save the array again with numpy.save.`,
  'import.npy-shape': ({ file, shape: [count] }) =>
    `${file} has ${count === undefined ? 'no dimension: it is a single number' : `one dimension: ${counted(count, 'number')} in a row, so each sample would be one number`}. Make its shape count × numbers, count × height × width, or that × channels, with numpy.reshape.`,
  'import.npy-pickled': ({ file }) =>
    `${file} holds Python objects. Reading them would run code from the file, so they are refused. Save plain numbers: numpy.save(name, array.astype("float32")).`,
  'import.npy-dtype': ({ file, dtype }) =>
    `${file} holds values of type ${dtype}. Save it as numbers, such as uint8 or float32.`,
  'import.npz-names': ({ file, names }) =>
    `It is not clear which array of ${file} holds the samples: ${filesText(names, names.length, 8)}. Name them x_train, y_train, x_test and y_test, or x and y.`,
  'import.label-count': ({ file, labels, samples }) =>
    `${file} has ${counted(labels, 'label')} for ${counted(samples, 'sample')}. There must be one label for each sample.`,
  'import.label-value': ({ file, place, value }) =>
    `${file} has the label “${value}” at index ${countText(place)} (counted from 0). Labels must be whole numbers from 0 to 65,535.`,
  'import.shapes-differ': ({ files, shapes }) =>
    `The samples have different shapes: ${files.map((file, at) => `${file} has ${sidesText(shapes[at] ?? [])}`).join(', ')}. Make them the same.`,
  'import.unequal-rows': ({ file, line, columns, expected }) =>
    `Line ${countText(line)} of ${file} has ${counted(columns, 'column')}, the lines before have ${countText(expected)}. Correct this line, or look for a separator that is missing or too many.`,
  'import.not-a-number': ({ file, line, column, text }) =>
    `Line ${countText(line)} of ${file} has “${text}” in column ${countText(column)}, which is not a number. Correct it, or choose that column as the label column.`,
  'import.not-finite': ({ file, sample }) =>
    `${file} has a value that is not a finite number (NaN or infinity) in sample ${countText(sample)} (counted from 0). Replace it or leave the sample out.`,
  'import.no-numbers': ({ file }) =>
    `No column of ${file} holds numbers. Each row should be one sample, each column one of its numbers.`,
  'import.sample-size': ({ values, least, most }) =>
    `Each sample has ${counted(values, 'number')}. It can have from ${countText(least)} to ${countText(most)}: choose a smaller side, fewer columns or shorter pieces.`,
  'import.no-pictures': ({ file, leftOut }) =>
    `None of the ${counted(leftOut, 'file')} can be read as a picture, ${file} for one. Use PNG, JPEG, WebP or GIF, or a table or arrays.`,
  'import.no-decoder': ({ missing }) =>
    `This browser cannot open pictures here (it has no ${missing}). A newer Chrome, Edge, Firefox or Safari can; tables and arrays work in this one.`,
  'import.canvas-protected': () =>
    'This browser hides the true colours of pictures from pages, as a protection against tracking. Allow this page to read canvases, or use another browser; tables and arrays work in this one.',
  'import.too-few': ({ samples, least }) =>
    `There ${samples === 1 ? 'is' : 'are'} ${counted(samples, 'sample')}, and at least ${countText(least)} are needed. Add more.`,
  'import.all-same': ({ samples }) =>
    `All ${counted(samples, 'sample')} are the same, so there is nothing to learn. Check that the files hold what you expect.`,
  'import.too-many-classes': ({ classes, most }) =>
    `The labels have ${countText(classes)} different values, and ${countText(most)} is the limit. Choose another label column, or none.`,
  'import.too-large': ({ what, amount, most }) => `${tooLarge[what](amount, most)}. Take a part of the data.`,
  'import.out-of-memory': ({ bytes }) =>
    `This browser has no room for ${megabytesText(bytes)} MB. Close other tabs, or take a part of the data or a smaller side.`,
  'import.test-empty': () =>
    'The training set or the test set would be empty. Change the test share, shorten the windows, or put some files in a folder named “test”.',
  ...seriesFailures,
};

/** What is wrong and what to do about it. */
export function problemText(problem: ImportProblem): string {
  return isOfFiles(problem)
    ? textOf(failures, problem)
    : `Reading the files stopped: ${failureText(problem)} Try again, with fewer files if it happens twice.`;
}

function isOfFiles(problem: ImportProblem): problem is ImportFailure {
  return problem.code.startsWith('import.');
}

const leftOut: Readonly<Record<LeftOut['why'], (count: number) => string>> = {
  'not-a-picture': (count) => `${counted(count, 'file')} that ${isAre(count, 'a picture', 'pictures')}`,
  'unreadable-picture': (count) => `${counted(count, 'picture')} that cannot be read`,
  empty: (count) => counted(count, 'empty file'),
  hidden: (count) => counted(count, 'hidden file'),
  'unused-file': (count) => `${counted(count, 'file')} that ${count === 1 ? 'is' : 'are'} not used`,
  'unused-array': (count) =>
    `${counted(count, 'array')} that ${count === 1 ? 'serves' : 'serve'} neither as samples nor as labels`,
  'unlabelled-picture': (count) => `${counted(count, 'picture')} without a label in the table`,
  'missing-value': (count) => `${counted(count, 'row')} with a missing value`,
  'empty-column': (count) => `${counted(count, 'column')} with few values or none`,
  'row-numbers': (count) =>
    `${counted(count, 'column')} that only ${count === 1 ? 'numbers' : 'number'} the rows`,
  ...seriesLeftOut,
  'text-column': (count) => `${counted(count, 'column')} that ${count === 1 ? 'holds' : 'hold'} text`,
};

function isAre(count: number, one: string, many: string): string {
  return count === 1 ? `is not ${one}` : `are not ${many}`;
}

/** `3 files that are not pictures: notes.txt, a.pdf, b.pdf` */
export function leftOutText({ why, count, files }: LeftOut): string {
  const what = leftOut[why](count);
  if (files.length === 0) return what;
  const lines = count === 1 ? 'line ' : 'lines ';
  return `${what}: ${why === 'missing-value' ? lines : ''}${filesText(files, count)}`;
}

const alpha: Readonly<Record<Extract<ImportNote, { code: 'import.note.alpha' }>['how'], string>> = {
  'over-white': 'The fourth channel was taken for opacity: the images were laid over white.',
  'over-black':
    'The fourth channel was taken for opacity: the images, which are mostly light, were laid over black.',
  opaque: 'The fourth channel, opacity, was left out: all images are opaque.',
  'no-opacity': 'The fourth channel was left out: only grey and RGB images can be trained on.',
};

const notes: WordsFor<ImportNote> = {
  'import.note.one-class': ({ name }) =>
    `All samples are of one class, “${name}”, so nothing can be told apart by class.`,
  'import.note.few': ({ samples }) =>
    `${counted(samples, 'sample')} ${samples === 1 ? 'is' : 'are'} few: a network will soon learn them by heart.`,
  'import.note.unlabelled': () =>
    'The samples have no labels. Training works without them; views that colour by class will not.',
  'import.note.duplicates': ({ count }) =>
    `${counted(count, 'sample')} ${count === 1 ? 'equals' : 'equal'} another one exactly. If one is in the training set and the other in the test set, the test error looks too good.`,
  'import.note.scaled': ({ from: [width, height], sizes }) =>
    sizes === 1
      ? `The pictures were brought to one size, from ${countText(width)} × ${countText(height)} pixels.`
      : `The pictures were brought to one size, from ${countText(sizes)} sizes (most often ${countText(width)} × ${countText(height)} pixels).`,
  'import.note.alpha': ({ how }) => alpha[how],
  'import.note.paper': ({ paper }) =>
    paper === 'white'
      ? 'Transparent parts are white.'
      : 'Transparent parts are black, because what is drawn is mostly light.',
  'import.note.first-of-labels': ({ file, numbers }) =>
    `${file} has ${countText(numbers)} numbers for each sample. The first one is taken for the class.`,
  'import.note.labels-from': ({ file, column }) => `The classes come from the column “${column}” of ${file}.`,
  ...seriesNotes,
  'import.note.sets': ({ sets, shown }) =>
    `The files hold ${countText(sets)} data sets. This one is ${shown}; choose another one under “${choiceLabels.set}”.`,
};

export function importNoteText(note: ImportNote): string {
  return textOf(notes, note);
}
