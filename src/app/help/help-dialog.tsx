// What this is, which keys there are, and where the data come from.
import { t } from '@lingui/core/macro';
import { useEffect, useState } from 'react';
import { shownCredit } from '../../catalog/datasets/shown';
import { sampleKind } from '../../core/samples/sample-kind';
import { sampleWords } from '../../core/samples/words/sample-words';
import { countText } from '../../core/number-text';
import { readCredits, type DataCredit } from '../../session/datasets/data-manifest';
import type { Lesson } from '../../catalog/lessons/lesson';
import { lessons } from '../../catalog/lessons/registry';
import { lessonHref, lessonNumberText, minutesText } from '../../panels/lessons/words';
import { offlineTexts } from '../../session/offline/words';
import { Dialog } from '../../ui/controls/dialog/dialog';
import { GuideSwitch } from './guide-switch';
import styles from './help-dialog.module.css';
import { helpKey } from './help-key';
import { helpStore } from './help-store';
import { listKeys, type KeyEntry } from './key-list';
import { allPresentKeys } from '../present/present-keys';
import { OfflineData } from './offline-data';

const keys = listKeys();
const [firstLesson] = lessons;

export function HelpDialog() {
  return (
    <Dialog
      title="Hourglass"
      description={t`A playground for autoencoders. Everything happens in this page: data, training and drawings stay on your machine.`}
      onClose={() => helpStore.setState({ open: false })}
    >
      <section className={styles.section}>
        <h3>{t`Try`}</h3>
        <ul className={styles.tries}>
          {firstLesson && <LessonLine lesson={firstLesson} />}
          <li>{t`Drag the waist of the hourglass, or a slider, while it trains.`}</li>
          <li>{t`Choose Denoising, then draw on the pad and move Noise level.`}</li>
          <li>{t`Add your own pictures, tables, sound or arrays: drop files anywhere on the page, paste them, or press Add data.`}</li>
          <li>{t`Point at the latent map to see a sample and its reconstruction; click to send it through the network.`}</li>
        </ul>
        <GuideSwitch />
      </section>
      <section className={styles.section}>
        <h3>{t`Keys`}</h3>
        <dl className={styles.keys}>
          {keys.map((entry) => (
            <KeyLine key={entry.cap} {...entry} />
          ))}
          {allPresentKeys.map(({ cap, help }) => (
            <KeyLine key={cap} cap={cap} actions={[{ help, places: [t`everywhere`] }]} />
          ))}
          <KeyLine cap={helpKey.cap} actions={[{ help: helpKey.help, places: [t`everywhere`] }]} />
        </dl>
      </section>
      <section className={styles.section}>
        <h3>{t`Data`}</h3>
        <DataSets />
      </section>
      <section className={styles.section}>
        <h3>{offlineTexts.title}</h3>
        <OfflineData />
      </section>
    </Dialog>
  );
}

/** Where to begin, for who is new to all of it. */
function LessonLine({ lesson: { id, title, minutes } }: { lesson: Lesson }) {
  return (
    <li>
      <a href={lessonHref(id)} onClick={() => helpStore.setState({ open: false })}>
        {title}
      </a>
      <span
        className={styles.quiet}
      >{` · ${lessonNumberText(0, lessons.length)} · ${minutesText(minutes)}`}</span>
    </li>
  );
}

function KeyLine({ cap, actions }: KeyEntry) {
  return (
    <div>
      <dt>
        <kbd>{cap}</kbd>
      </dt>
      <dd>
        {actions.map(({ help, places }) => (
          <div key={help}>
            <span>{`${help} `}</span>
            <span className={styles.quiet}>{`· ${places.join(', ')}`}</span>
          </div>
        ))}
      </dd>
    </div>
  );
}

function DataSets() {
  const [credits, setCredits] = useState<readonly DataCredit[] | null>(null);
  useEffect(() => {
    let wanted = true;
    void readCredits().then((read) => {
      if (wanted) setCredits(read.map(shownCredit));
    });
    return () => {
      wanted = false;
    };
  }, []);
  if (credits === null) return <p className={styles.quiet}>{t`Reading…`}</p>;
  if (credits.length === 0) return <p className={styles.quiet}>{t`The licences could not be read.`}</p>;
  return (
    <ul className={styles.data}>
      {credits.map(({ id, name, licence, attribution, sampleShape, trainCount, testCount }) => (
        <li key={id}>
          <b>{name}</b>
          <span>{` · ${t`${{ trainCount: countText(trainCount) }} training and ${{ testCount: countText(testCount) }} test ${{ many: sampleWords(sampleKind(sampleShape)).many }}`} · ${licence}`}</span>
          <div className={styles.quiet}>{attribution}</div>
        </li>
      ))}
    </ul>
  );
}
