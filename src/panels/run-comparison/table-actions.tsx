// Copy and save, for a table of the comparison.
import { useState } from 'react';
import { tableCsv, tableText, type Table } from '../../core/table';
import { TextButton } from '../../ui/controls/buttons/buttons';
import { fileName, saveText } from '../../ui/export/save-file';
import { texts } from './words';

interface TableActionsProps {
  /** What the table is called in file names. */
  name: string;
  table: () => Table;
}

export function TableActions({ name, table }: TableActionsProps) {
  const [said, setSaid] = useState('');

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(tableText(table()));
      setSaid(texts.copied);
    } catch {
      setSaid(texts.notCopied);
    }
  }

  return (
    <>
      <span role="status">{said}</span>
      <TextButton label={`${texts.copy}: ${name}`} onClick={() => void copy()}>
        {texts.copy}
      </TextButton>
      <TextButton
        label={`${texts.save}: ${name}`}
        onClick={() => saveText(fileName(name, 'csv', new Date()), tableCsv(table()))}
      >
        {texts.save}
      </TextButton>
    </>
  );
}
