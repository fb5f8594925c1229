// The row that saves the data of a run for its Keras script. What reads and packs them loads when it is pressed.
import { useEffect, useRef, useState } from 'react';
import type { DatasetId } from '../../../core/experiment/dataset-id';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { saveFile } from '../../../ui/export/save-file';
import styles from '../run-export.module.css';
import { texts } from './words';

/** @param name of the data set */
export function ScriptData({ id, name }: { readonly id: DatasetId; readonly name: string }) {
  const [state, setState] = useState<'working' | 'failed' | 'saved' | null>(null);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);

  async function save(): Promise<void> {
    const own = new AbortController();
    controller.current = own;
    setState('working');
    try {
      const { npzOf } = await import('../../../session/keras/data-of');
      saveFile('data.npz', await npzOf(id, own.signal));
      setState('saved');
    } catch {
      if (!own.signal.aborted) setState('failed');
    }
  }

  return (
    <>
      <ul className={styles.kinds}>
        <li>
          <TextButton look="plain" disabled={state === 'working'} onClick={() => void save()}>
            {texts.label}
          </TextButton>
          <span>{texts.summary(name)}</span>
        </li>
      </ul>
      <p className={styles.told} role="status">
        {state && texts[state]}
      </p>
    </>
  );
}
