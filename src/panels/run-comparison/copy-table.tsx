// Copies a table as it is shown, for a spreadsheet. Saving is in the menu of its card.
import { useState } from 'react';
import { tableText, type Table } from '../../core/table';
import { TextButton } from '../../ui/controls/buttons/buttons';
import { texts } from './words';

interface CopyTableProps {
  /** What the table is called. */
  name: string;
  table: () => Table;
}

export function CopyTable({ name, table }: CopyTableProps) {
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
    </>
  );
}
