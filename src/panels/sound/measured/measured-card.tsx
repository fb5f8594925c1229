// How near each version is to the clean clip, in dB, the methods without a network beside the network.
import { t } from '@lingui/core/macro';
import { sampleWords } from '../../../core/samples/words/sample-words';
import { analysisProgressText } from '../../../session/analysis/words';
import { failureText } from '../../../session/engine/notices/words';
import { useSound } from '../../../session/hooks/sound/use-sound';
import { useRun } from '../../../session/hooks/use-run';
import type { Quality } from '../../../session/sound/sound';
import type { VersionId } from '../../../session/sound/versions';
import { classNames } from '../../../ui/class-names';
import { Card } from '../../../ui/controls/card/card';
import { ProgressTrack } from '../../../ui/controls/progress/progress-track';
import { ExplainedLabel } from '../../../ui/explanation/explained-label';
import { Tooltip } from '../../../ui/explanation/tooltip';
import {
  dbText,
  otherNoiseText,
  segmentalExplanation,
  snrExplanation,
  texts,
  toldTheNoise,
  verdictText,
  versionWords,
} from '../words';
import styles from './measured-card.module.css';

/** In the order of the table. */
const measuredIds = ['noisy', 'pca', 'gate', 'wiener', 'cleaned'] as const satisfies readonly VersionId[];
/** How far another method has to be ahead for the reason to be told, in dB. */
const leastLead = 1;
const rivalIds = ['pca', 'gate', 'wiener'] as const satisfies readonly VersionId[];

export function MeasuredCard() {
  return (
    <Card
      title={t`Measured`}
      explanation={t`How close each version is to the clean clip.`}
      term="snr"
      subtitle={t`against the clean clip`}
    >
      <Table />
      <Verdict />
      <Rivals />
    </Card>
  );
}

function Table() {
  const qualities = useSound((state) => state.qualities);
  const all = measuredIds.map((id) => qualities[id]?.snr ?? -Infinity);
  const best = Math.max(...all);
  const [low, high] = [
    Math.min(0, ...all.filter(Number.isFinite)),
    Math.max(1, ...all.filter(Number.isFinite)),
  ];
  const place = (db: number) => (100 * (Math.min(high, Math.max(low, db)) - low)) / (high - low);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t`Version`}</span>
          </th>
          <Heading name="SNR" explanation={snrExplanation} />
          <Heading name={t`Segmental`} explanation={segmentalExplanation} />
        </tr>
      </thead>
      <tbody>
        {measuredIds.map((id) => (
          <Row
            key={id}
            id={id}
            quality={qualities[id]}
            isBest={id !== 'noisy' && qualities[id] !== undefined && qualities[id].snr === best}
            bar={qualities[id] && [place(0), place(qualities[id].snr)]}
          />
        ))}
      </tbody>
    </table>
  );
}

function Heading({ name, explanation }: { name: string; explanation: string }) {
  return (
    <th scope="col">
      <Tooltip text={explanation}>
        <span>
          <ExplainedLabel>{name}</ExplainedLabel>
        </span>
      </Tooltip>
    </th>
  );
}

interface RowProps {
  id: VersionId;
  quality: Quality | undefined;
  isBest: boolean;
  /** From 0 dB to the SNR, in % of the width. */
  bar: readonly [number, number] | undefined;
}

function Row({ id, quality, isBest, bar }: RowProps) {
  const { title, output, explanation } = versionWords[id];
  const isTold = toldTheNoise.includes(id);
  const isOutdated = useSound(({ outdated }) => outdated.includes(id));
  const hasClean = useSound(({ noise }) => noise !== 'none');
  return (
    <tr
      className={classNames(
        id === 'cleaned' && styles.network,
        isBest && styles.best,
        isOutdated && styles.outdated,
      )}
    >
      <th scope="row">
        <Tooltip text={explanation}>
          <span className={styles.name}>
            <ExplainedLabel>{id === 'cleaned' ? t`This network` : title}</ExplainedLabel>
          </span>
        </Tooltip>
        {isBest && <span className={styles.tag}>{t`best`}</span>}
        {isTold && <span className={styles.told}>{hasClean ? texts.toldNoise : texts.toldQuietest}</span>}
        {bar && (
          <span className={styles.bar} aria-hidden="true">
            <span
              style={{
                left: `${Math.min(...bar).toFixed(1)}%`,
                width: `${Math.abs(bar[1] - bar[0]).toFixed(1)}%`,
              }}
            />
          </span>
        )}
      </th>
      <td>
        <output aria-label={output ?? undefined} aria-live="off" data-value={quality?.snr}>
          {dbText(quality?.snr)}
        </output>
      </td>
      <td className={styles.segmental} data-value={quality?.segmentalSnr ?? undefined}>
        {dbText(quality?.segmentalSnr)}
      </td>
    </tr>
  );
}

function Verdict() {
  const qualities = useSound((state) => state.qualities);
  const isWithoutClean = useSound(
    ({ versions }) => versions.noisy !== undefined && versions.original === undefined,
  );
  const noise = useSound((state) => state.noise);
  const learned = useRun(({ experiment }) => experiment.noise);
  const isUntrained = useSound(({ cleaned }) => cleaned?.step === 0);
  if (isWithoutClean) return <p className={styles.verdict}>{texts.noCleanVersion}</p>;
  const { noisy, cleaned } = qualities;
  const [first, ...others] = rivalIds.flatMap((id) => {
    const quality = qualities[id];
    return quality ? [{ id, snr: quality.snr }] : [];
  });
  if (!noisy || !cleaned) return null;
  if (isUntrained) return <p className={styles.verdict}>{texts.untrained}</p>;
  if (!first) return null;
  const best = others.reduce((most, one) => (one.snr > most.snr ? one : most), first);
  const verdict = verdictText(cleaned.snr, noisy.snr, best);
  const reason = best.snr - cleaned.snr < leastLead ? null : otherNoiseText(noise, learned);
  return <p className={styles.verdict}>{reason === null ? verdict : `${verdict} ${reason}`}</p>;
}

/** How far the methods without a network are. */
function Rivals() {
  const { progress, failure } = useSound((state) => state.rivalsTask);
  if (failure !== null)
    return (
      <p role="alert" className={styles.failure}>{t`Not measured: ${{ failure: failureText(failure) }}`}</p>
    );
  if (progress === null) return null;
  // PCA is fitted to windows of sound, whatever the main run trains on.
  const text = analysisProgressText(progress, sampleWords('signal'));
  return (
    <div className={styles.progress}>
      <span>{text}</span>
      <ProgressTrack
        // Another stage begins at its own share, without the bar running back.
        key={progress.message.code}
        label={t`The methods without a network`}
        share={progress.share}
        text={text}
      />
    </div>
  );
}
