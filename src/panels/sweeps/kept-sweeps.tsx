// The sweeps saved in this browser: show, hide, rename, resume or remove (with confirmation).
import { t } from '@lingui/core/macro';
import { isOwn } from '../../core/experiment/dataset-id';
import { valueText } from '../../core/number-text';
import { Eye, EyeOff, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { failureText } from '../../session/engine/notices/words';
import type { SweepRecord } from '../../session/sweeps/sweep-record';
import { useSession } from '../../session/hooks/session-context';
import { useSweepDraft } from '../../session/hooks/sweeps/use-sweep-draft';
import { useSweeps } from '../../session/hooks/sweeps/use-sweeps';
import { lineColour } from '../../ui/chart/sweep/sweep-colours';
import { classNames } from '../../ui/class-names';
import type { ThemeName } from '../../ui/colours';
import { IconButton, TextButton } from '../../ui/controls/buttons/buttons';
import { Card } from '../../ui/controls/card/card';
import { settingWords } from './words';
import styles from './kept-sweeps.module.css';
import text from './sweep-text.module.css';

const statusWords: Record<SweepRecord['status'], string> = {
  running: t({ message: 'running', comment: 'A sweep that is being trained' }),
  paused: t({ message: 'paused', comment: 'The training of a comparison or a sweep' }),
  cancelled: t`cancelled`,
  finished: t({ message: 'finished', comment: 'The training of a comparison or a sweep' }),
  interrupted: t`interrupted`,
};

interface KeptSweepsProps {
  theme: ThemeName;
  /** Id of the sweep whose images and numbers are shown. */
  pickedId: string | undefined;
}

export function KeptSweeps({ theme, pickedId }: KeptSweepsProps) {
  const kept = useSweeps((state) => state.sweeps);
  const restored = useSweeps((state) => state.restored);
  return (
    <Card
      title={t`Kept sweeps`}
      explanation={t`Sweeps that this browser keeps. Choose one to see its results.`}
      term="sweep"
      subtitle={t`in this browser`}
      className={styles.keptCard}
    >
      {kept.length === 0 ? (
        <p className={text.note}>
          {restored
            ? t`None yet. The finished values of a sweep are kept here, even after the page is closed.`
            : t`Reading…`}
        </p>
      ) : (
        <ul className={styles.kept}>
          {kept.map((record, place) => (
            <Kept
              key={record.id}
              record={record}
              colour={lineColour(theme, place)}
              isPicked={record.id === pickedId}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Kept({ record, colour, isPicked }: { record: SweepRecord; colour: string; isPicked: boolean }) {
  const { sweeps } = useSession();
  const { id, name, plan, data, points, status, failures } = record;
  const ownData = isOwn(plan.base.dataset) && data !== undefined ? [data.name] : [];
  const isHidden = useSweepDraft(({ hidden }) => hidden.includes(id));
  const isBusy = useSweeps(({ running }) => running !== null);
  const [typed, setTyped] = useState<string | null>(null);
  const [asks, setAsks] = useState(false);
  const isLive = status === 'running' || status === 'paused';

  function rename() {
    const next = typed?.trim();
    if (next !== undefined && next !== '' && next !== name) sweeps.rename(id, next);
    setTyped(null);
  }

  return (
    <li className={classNames(styles.keptRow, isPicked && styles.picked)}>
      <span className={styles.swatch} style={{ background: colour }} aria-hidden="true" />
      <input
        type="text"
        aria-label={t`Name of ${name}`}
        className={styles.nameField}
        value={typed ?? name}
        maxLength={60}
        title={name}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={rename}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setTyped(null);
        }}
      />
      <span className={styles.rowButtons}>
        <IconButton
          size="small"
          label={isHidden ? t`Show ${name}` : t`Hide ${name}`}
          icon={isHidden ? EyeOff : Eye}
          onClick={() => sweeps.draft.toggle(id)}
        />
        {!isLive && (
          <IconButton size="small" label={t`Remove ${name}`} icon={Trash2} onClick={() => setAsks(true)} />
        )}
      </span>
      <p className={styles.keptFacts}>
        <span>
          {[
            settingWords[plan.setting].label,
            ...ownData,
            t`${{ count: points.length }} of ${{ total: plan.values.length }}`,
            statusWords[status],
          ].join(' · ')}
        </span>
        {!isPicked && (
          <TextButton
            label={t`View ${name}`}
            onClick={() => sweeps.draft.change({ picked: id })}
          >{t`View`}</TextButton>
        )}
        {(status === 'interrupted' || status === 'cancelled') && points.length < plan.values.length && (
          <TextButton
            label={t`Go on with ${name}`}
            disabled={isBusy}
            onClick={() => sweeps.goOn(id)}
          >{t`Go on`}</TextButton>
        )}
      </p>
      {failures.map(({ value, reason }) => (
        <p key={value} className={styles.failure}>
          {`${valueText(value)}: ${failureText(reason)}`}
        </p>
      ))}
      {asks && (
        <p className={styles.ask} role="alert">
          <span>{t`Remove it and its ${{ count: points.length }} points?`}</span>
          <TextButton
            look="plain"
            label={t`Yes, remove ${name}`}
            onClick={() => sweeps.remove(id)}
          >{t`Remove`}</TextButton>
          <TextButton onClick={() => setAsks(false)}>{t`Keep`}</TextButton>
        </p>
      )}
    </li>
  );
}
