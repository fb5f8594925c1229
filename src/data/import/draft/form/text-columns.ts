// What is told of columns of text, of which the parser does not know which one is used.
import type { LeftOut } from '../../../../core/import/import-failure';
import type { ParsedColumn, ParsedTable } from '../../parsed';

const namedColumns = 5;

/** @param used columns that serve as the label or the time */
export function withTextColumns(table: ParsedTable, used: readonly (number | null)[]): LeftOut[] {
  const isText = ({ numbers, leftOutAs }: ParsedColumn, index: number) =>
    numbers === null && leftOutAs === undefined && !used.includes(index);
  const names = table.columns.filter(isText).map(({ name }) => name);
  const others = table.leftOut.filter(({ why }) => why !== 'text-column');
  if (names.length === 0) return others;
  return [...others, { why: 'text-column', count: names.length, files: names.slice(0, namedColumns) }];
}
