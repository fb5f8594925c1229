// A thousand samples at once: compared with the test samples, or saved as a table of series.
import { t } from '@lingui/core/macro';
import { useState } from 'react';
import { generatedFacts } from '../../../catalog/datasets/generated';
import { isGenerated } from '../../../core/experiment/dataset-id';
import type { Failure } from '../../../core/failure';
import { failureOf } from '../../../core/failure';
import { seriesTable } from '../../../core/latent/two-sample/series-table';
import { countText } from '../../../core/number-text';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { failureText } from '../../../session/engine/notices/words';
import {
  compareWithReal,
  drawSamples,
  type DrawnSamples,
  type Drawing,
  type Resemblance,
} from '../../../session/explore/generated-samples';
import { useDataset, useSampleWords } from '../../../session/hooks/datasets/use-dataset';
import { useSession } from '../../../session/hooks/session-context';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { Card } from '../../../ui/controls/card/card';
import { Exports } from '../../../ui/export/offers';
import { Comparison } from './comparison';
import styles from './many.module.css';
import { drawnText, manyTexts, newSamplesText } from './words';

const count = 1000;

interface ManySamplesProps {
  readonly seed: number;
  readonly temperature: number;
}

/** The tools scroll: what has been asked for comes into view. */
function showInView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

/** Points in a second, where the data set states them. */
function pointsPerSecond({ id, windows }: DatasetInfo): number | null {
  return isGenerated(id) ? generatedFacts[id].pointsPerSecond : (windows?.rate ?? null);
}

export function ManySamples({ seed, temperature }: ManySamplesProps) {
  const session = useSession();
  const info = useDataset();
  const { many } = useSampleWords();
  const isSignal = info?.kind === 'signal';
  const [chosen, setChosen] = useState<boolean | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [shown, setShown] = useState<{ readonly of: DatasetInfo; readonly answer: Resemblance } | null>(null);
  const withResidual = chosen ?? isSignal;
  const drawing: Drawing = { count, seed, temperature, withResidual };
  if (!info) return null;

  function work(job: () => Promise<void>): void {
    setBusy(true);
    setFailure(null);
    job()
      .catch((error: unknown) => setFailure(failureOf(error)))
      .finally(() => setBusy(false));
  }

  const compare = (of: DatasetInfo) =>
    work(async () => {
      const answer = await compareWithReal(drawing, session);
      if (answer) setShown({ of, answer });
    });

  async function draw(): Promise<DrawnSamples> {
    const drawn = await drawSamples(drawing, session);
    if (drawn === null) throw new Error('The samples were not drawn.');
    return drawn;
  }

  const current = shown?.of.id === info.id ? shown.answer : null;
  return (
    <Card
      title={manyTexts.title(many)}
      explanation={t`Many codes drawn at random and decoded, and how much they are like real samples.`}
      term="two-sample-test"
      subtitle={
        current && (
          <span>{t`${{ pairs: countText(current.pairs) }} of either · step ${{ step: countText(current.step) }}`}</span>
        )
      }
      className={styles.card}
    >
      <Exports
        offer={() => ({
          name: newSamplesText(count),
          isComputed: true,
          array: async () => ({
            shape: [count, ...info.shape],
            values: (await draw()).images,
            valueName: 'value',
          }),
          ...(isSignal && {
            table: async () => seriesTable((await draw()).images, info, pointsPerSecond(info)),
          }),
        })}
      />
      <div className={styles.controls}>
        <TextButton look="plain" disabled={busy} onClick={() => compare(info)}>
          {manyTexts.compare(many)}
        </TextButton>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={withResidual}
            onChange={({ target }) => setChosen(target.checked)}
          />
          <span>{manyTexts.residual}</span>
        </label>
        {busy && <span role="status">{manyTexts.busy(count)}</span>}
      </div>
      <p className={styles.words}>{drawnText(withResidual, many)}</p>
      {failure && <p role="alert">{`${manyTexts.failed} ${failureText(failure)}`}</p>}
      {current && (
        <div ref={showInView}>
          <Comparison info={info} answer={current} pointsPerSecond={pointsPerSecond(info)} />
        </div>
      )}
    </Card>
  );
}
