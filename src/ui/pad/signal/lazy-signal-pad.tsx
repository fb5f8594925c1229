// The pad for signals in a chunk of its own: most data are images.
import { TextButton } from '../../controls/buttons/buttons';
import { lazyComponent } from '../../lazy/lazy-component';
import type { SignalPadProps } from './signal-pad';
import styles from './lazy-signal-pad.module.css';
import { notLoadedTexts } from './words';

export const LazySignalPad = lazyComponent<SignalPadProps>(
  async () => (await import('./signal-pad')).SignalPad,
  <div className={styles.place} />,
  (_, retry) => (
    <p className={styles.place} role="alert">
      <span>{notLoadedTexts.message}</span>
      <TextButton onClick={retry}>{notLoadedTexts.retry}</TextButton>
    </p>
  ),
);
