// What this is, which keys there are, and where the data come from.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Manifest } from '../core/manifest';
import { countText } from '../core/number-text';
import { readManifests } from '../session/data-manifest';
import { Dialog } from '../ui/controls/dialog';
import styles from './help-dialog.module.css';
import { helpStore } from './help-store';

const keys = [
  ['Space', 'Train, pause; in Compare the four families'],
  ['.', 'One training step (in Train)'],
  ['R', 'Reset to the untrained network (in Train)'],
  ['?', 'This help'],
] as const;

export function HelpDialog() {
  const open = useStore(helpStore, (help) => help.open);
  return (
    <Dialog
      title="Hourglass"
      description="A playground for autoencoders. Everything happens in this page: data, training and drawings stay on your machine."
      open={open}
      onOpenChange={(next) => helpStore.setState({ open: next })}
    >
      <section className={styles.section}>
        <h3>Keys</h3>
        <dl className={styles.keys}>
          {keys.map(([key, meaning]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className={styles.section}>
        <h3>Try</h3>
        <ul className={styles.tries}>
          <li>Drag the waist of the hourglass, or a slider, while it trains.</li>
          <li>Choose Denoising, then draw on the pad and move Noise level.</li>
          <li>Point at the latent map to see an image and what is left of it; click to send it through.</li>
        </ul>
      </section>
      <section className={styles.section}>
        <h3>Data</h3>
        <DataSets />
      </section>
    </Dialog>
  );
}

function DataSets() {
  const [manifests, setManifests] = useState<readonly Manifest[] | null>(null);
  useEffect(() => {
    let wanted = true;
    void readManifests().then((read) => {
      if (wanted) setManifests(read);
    });
    return () => {
      wanted = false;
    };
  }, []);
  if (manifests === null) return <p className={styles.quiet}>Reading …</p>;
  if (manifests.length === 0) return <p className={styles.quiet}>The licences could not be read.</p>;
  return (
    <ul className={styles.data}>
      {manifests.map(({ id, name, licence, attribution, train, test }) => (
        <li key={id}>
          <b>{name}</b> · {countText(train.count)} training and {countText(test.count)} test images ·{' '}
          {licence}
          <div className={styles.quiet}>{attribution}</div>
        </li>
      ))}
    </ul>
  );
}
