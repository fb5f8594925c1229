// Something of the person's own: drawn, dropped or pasted. Its score, its place among the normal samples, its error map, live.
import { t } from '@lingui/core/macro';
import { useAnomalies } from '../../../session/hooks/anomalies/use-anomalies';
import { useDrawnCandidate } from '../../../session/hooks/anomalies/use-drawn-candidate';
import { useDataset } from '../../../session/hooks/datasets/use-dataset';
import { useLookAt } from '../../../session/hooks/use-look-at';
import { useSamplePad } from '../../../session/hooks/use-sample-pad';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { Card } from '../../../ui/controls/card/card';
import { ReadOut } from '../../../ui/controls/read-out/read-out';
import { useInViewEffect } from '../../../ui/in-view/in-view';
import { SamplePad } from '../../../ui/pad/sample-pad';
import { SamplePicture } from '../../../ui/sample/sample-picture';
import { rankText, scoreText } from '../words';
import styles from './candidate.module.css';
import { emptyText, noScoreText } from './words';

const looksAt = ['drawing'] as const;

export function Candidate() {
  useInViewEffect(useLookAt(looksAt));
  useDrawnCandidate();
  const { pad, hasDrawing, clear, failure } = useSamplePad();
  return (
    <Card
      title={t`Candidate`}
      explanation={t`One sample of your choice: what the network makes of it, its score, and whether it is flagged.`}
      term="anomaly-score"
      subtitle={t`is it normal?`}
      actions={
        <TextButton label={t`Clear drawing`} disabled={!hasDrawing} onClick={clear}>{t`Clear`}</TextButton>
      }
    >
      <div className={styles.candidate}>
        <SamplePad {...pad} />
        <Answer />
      </div>
      {failure === null ? (
        <Score isDrawable={pad.isDrawable} hasDrawing={hasDrawing} />
      ) : (
        <p role="alert" className={styles.failure}>
          {failure}
        </p>
      )}
    </Card>
  );
}

const unknown = { shape: [1, 1, 1] };
const nothing = new Float32Array(0);

function Answer() {
  const info = useDataset() ?? unknown;
  const candidate = useAnomalies((state) => state.candidate);
  return (
    <div className={styles.answer}>
      <figure>
        <SamplePicture
          label={t`Rebuilt candidate`}
          info={info}
          values={candidate?.reconstruction ?? nothing}
          reference={candidate?.sample}
        />
        <figcaption className={styles.caption}>{t`Rebuilt`}</figcaption>
      </figure>
      <figure>
        <SamplePicture
          label={t`Error of the candidate`}
          info={info}
          values={candidate?.error ?? nothing}
          tone="error"
        />
        <figcaption className={styles.caption}>{t`Error`}</figcaption>
      </figure>
    </div>
  );
}

function Score({ isDrawable, hasDrawing }: { isDrawable: boolean; hasDrawing: boolean }) {
  const candidate = useAnomalies((state) => state.candidate);
  const threshold = useAnomalies((state) => state.threshold);
  const score = candidate?.score ?? null;
  const isFlagged = score !== null && threshold !== null && score > threshold;
  const isHeldOut = useAnomalies(({ network }) => network?.validation != null);
  const rank = candidate && rankText(candidate.rank, isHeldOut);
  return (
    <div className={styles.score} aria-live="off">
      <ReadOut
        name={t`Score of the candidate`}
        caption={t`Score`}
        term="anomaly-score"
        exact={score ?? undefined}
        emphasis
      >
        {score === null ? '—' : scoreText(score)}
      </ReadOut>
      {score === null ? (
        <p className={styles.caption}>
          {candidate !== null && hasDrawing ? noScoreText : emptyText(isDrawable)}
        </p>
      ) : (
        <div>
          {threshold !== null && (
            <p className={isFlagged ? styles.flagged : styles.passed}>
              {isFlagged ? t`Flagged as an anomaly` : t`Passes as normal`}
            </p>
          )}
          {rank !== null && <p className={styles.caption}>{rank}</p>}
        </div>
      )}
    </div>
  );
}
