// The row that saves the data of a run for its Keras script. What reads and packs them loads when it is pressed.
import { useEffect, useRef, useState } from 'react';
import type { DatasetId } from '../../../core/experiment/dataset-id';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { saveFile } from '../../../ui/export/save-file';
import { savedText } from '../words';
import { texts } from './words';

/** As the script calls it. */
const fileName = 'data.npz';

interface ScriptDataProps {
  readonly id: DatasetId;
  /** Of the data set. */
  readonly name: string;
  /** Shows what becomes of it. */
  readonly tell: (message: string) => void;
}

export function ScriptData({ id, name, tell }: ScriptDataProps) {
  const [isWorking, setIsWorking] = useState(false);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);

  async function save(): Promise<void> {
    const own = new AbortController();
    controller.current = own;
    setIsWorking(true);
    tell(texts.working);
    try {
      const { npzOf } = await import('../../../session/keras/data-of');
      const file = await npzOf(id, own.signal);
      saveFile(fileName, file);
      tell(savedText(fileName, file.size));
    } catch {
      if (!own.signal.aborted) tell(texts.failed);
    }
    setIsWorking(false);
  }

  return (
    <li>
      <TextButton look="plain" disabled={isWorking} onClick={() => void save()}>
        {texts.label}
      </TextButton>
      <span>{texts.summary(name)}</span>
    </li>
  );
}
