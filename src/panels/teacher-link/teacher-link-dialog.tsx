// Where a teacher ticks what a link hides and locks, writes a text, and gets the link, its QR code and a preview.
import { useId, useMemo, useState } from 'react';
import { isOwn } from '../../core/experiment/dataset-id';
import { toSearch } from '../../core/experiment/url/experiment-url';
import { ownName } from '../../session/datasets/datasets';
import { useDatasets } from '../../session/hooks/datasets/use-datasets';
import { useExperiment } from '../../session/hooks/use-experiment';
import { longestText, teacherSearch } from '../../session/shared-link/teacher-link';
import type { TeacherLink } from '../../session/shared-link/parts';
import { useSession } from '../../session/hooks/session-context';
import { Dialog } from '../../ui/controls/dialog/dialog';
import { Select } from '../../ui/controls/fields/select';
import { MadeLink } from './made-link';
import { PartTable } from './part-table';
import styles from './teacher-link.module.css';
import { lengthText, texts } from './words';

interface TeacherLinkDialogProps {
  /** Every view of the page. */
  places: readonly { readonly href: string; readonly label: string }[];
  onClose: () => void;
}

export function TeacherLinkDialog({ places, onClose }: TeacherLinkDialogProps) {
  const id = useId();
  const [link, setLink] = useState<TeacherLink>({ hidden: [], locked: [], text: '' });
  const [place, setPlace] = useState(() => places.find(({ href }) => href === location.hash) ?? places[0]);
  const { goals } = useSession().run;
  const experiment = useExperiment((chosen) => chosen);
  const name = useDatasets((state) => ownName(state, experiment.dataset));
  const address = useMemo(() => {
    const search =
      toSearch(experiment, name, goals.inLink()) + teacherSearch({ ...link, text: link.text.trim() });
    return new URL(search + (place?.href ?? ''), location.href).href;
  }, [experiment, name, goals, link, place]);
  return (
    <Dialog
      title={texts.title}
      description={texts.description}
      size="wide"
      closesFromOutside={false}
      onClose={onClose}
    >
      <div className={styles.columns}>
        <div className={styles.column}>
          <Select
            label={texts.place}
            value={place?.href ?? ''}
            options={places.map(({ href, label }) => ({ value: href, label }))}
            explanation={texts.placeExplanation}
            onChange={(href) => setPlace(places.find((one) => one.href === href))}
          />
          <PartTable link={link} onChange={setLink} />
        </div>
        <div className={styles.column}>
          <div className={styles.text}>
            <label htmlFor={id}>{texts.text}</label>
            <textarea
              id={id}
              rows={5}
              dir="auto"
              maxLength={longestText}
              placeholder={texts.textHint}
              aria-describedby={`${id}-length`}
              value={link.text}
              onChange={({ target }) => setLink({ ...link, text: target.value })}
            />
            <span id={`${id}-length`} className={styles.quiet}>
              {lengthText(link.text.length, longestText)}
            </span>
          </div>
          <MadeLink address={address} />
          {isOwn(experiment.dataset) && <p className={styles.quiet}>{texts.own}</p>}
        </div>
      </div>
    </Dialog>
  );
}
