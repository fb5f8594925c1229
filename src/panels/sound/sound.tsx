// Sound: a clip with noise, what the network makes of it and what methods without one do, to be heard, seen and measured.
import { t } from '@lingui/core/macro';
import type { DragEvent } from 'react';
import { useSound, useSoundRoom } from '../../session/hooks/sound/use-sound';
import { Place } from '../../ui/boundary/place';
import { classNames } from '../../ui/class-names';
import { useInViewEffect } from '../../ui/in-view/in-view';
import { Placeholder } from '../../ui/placeholder/placeholder';
import { ListeningCard } from './listening/listening-card';
import { MeasuredCard } from './measured/measured-card';
import { NetworkCard } from './network/network-card';
import { SetUpBar } from './set-up/set-up-bar';
import styles from './sound.module.css';
import { readingText } from './words';

export function Sound() {
  return (
    <Place name={t`Sound`}>
      <Workbench />
    </Place>
  );
}

function Workbench() {
  const sound = useSoundRoom();
  useInViewEffect(sound.open);
  const hasClip = useSound(({ versions }) => versions.noisy !== undefined);
  const reading = useSound((state) => state.reading);
  const cleans = useSound(({ network }) => network !== null);

  /** Prevented, the event says to the rest of the page that the file is taken. */
  function dragOver(event: DragEvent) {
    if (event.dataTransfer.types.includes('Files')) event.preventDefault();
  }
  function drop(event: DragEvent) {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    void sound.take(file, file.name);
  }

  return (
    <div className={styles.view} onDragOver={dragOver} onDrop={drop}>
      <div className={styles.bar}>
        <SetUpBar />
      </div>
      <div className={classNames(styles.side, !cleans && styles.networkFirst)}>
        <Place name={t`The network`}>
          <NetworkCard />
        </Place>
        <Place name={t`The measurement`}>
          <MeasuredCard />
        </Place>
      </div>
      <Place name={t`The clip`} className={styles.main}>
        {hasClip ? <ListeningCard /> : <Placeholder>{readingText(reading)}</Placeholder>}
      </Place>
    </div>
  );
}
