// One test sample, large: what it is, its score, and where it lies on the map of the codes.
import { t } from '@lingui/core/macro';
import { Map as MapIcon } from 'lucide-react';
import { useMemo } from 'react';
import { countText } from '../../../core/number-text';
import { classOf, type DatasetInfo } from '../../../core/samples/dataset-info';
import { sampleWords } from '../../../core/samples/words/sample-words';
import type { Examples } from '../../../session/anomalies/anomaly-state';
import { useAnomalies } from '../../../session/hooks/anomalies/use-anomalies';
import { useSession } from '../../../session/hooks/session-context';
import { SamplePicture } from '../../../ui/sample/sample-picture';
import { scoreText } from '../words';
import { columnsOf } from './example-columns';
import styles from './galleries.module.css';

interface SampleDetailsProps {
  info: DatasetInfo;
  examples: Examples | null;
  /** Null: none is pointed at. */
  index: number | null;
}

export function SampleDetails({ info, examples, index }: SampleDetailsProps) {
  const { a, one } = sampleWords(info.kind);
  const wanted = useMemo(() => (index === null ? null : Uint32Array.of(index)), [index]);
  const { samples, reconstructions, errors } = useMemo(
    () => columnsOf(wanted && examples, wanted ?? new Uint32Array(0), 1),
    [examples, wanted],
  );
  return (
    <section className={styles.details} aria-label={t`The ${one} pointed at`}>
      <div className={styles.pictures} data-kind={info.kind}>
        <SamplePicture label={t`Sample`} info={info} values={samples} />
        <SamplePicture label={t`Rebuilt sample`} info={info} values={reconstructions} reference={samples} />
        <SamplePicture label={t`Error of the sample`} info={info} values={errors} tone="error" />
      </div>
      {index === null ? (
        <p className={styles.hint}>{t`Point at or press ${a} for its details.`}</p>
      ) : (
        <Facts info={info} index={index} />
      )}
    </section>
  );
}

function Facts({ info, index }: { info: DatasetInfo; index: number }) {
  const { pointing } = useSession();
  const { one } = sampleWords(info.kind);
  const network = useAnomalies((state) => state.network);
  const threshold = useAnomalies((state) => state.threshold);
  const isNormal = useAnomalies((state) => state.isNormal?.[index] === 1);
  const hasAnomalies = useAnomalies(({ detection }) => detection !== null);
  const score = network?.test[index];
  const name = classOf(info, network?.labels[index]);
  if (network === null || score === undefined) return null;
  const isFlagged = threshold !== null && score > threshold;
  const place = network.ranked.indexOf(index) + 1;
  return (
    <div className={styles.facts}>
      <p>
        {name !== null && <b>{`${name} `}</b>}
        <span>{t`test ${one} ${{ index: countText(index) }}`}</span>
        {hasAnomalies && (
          <span className={isNormal ? styles.normal : styles.anomalous}>
            {isNormal ? t`normal` : t`anomalous`}
          </span>
        )}
        {threshold !== null && (
          <span className={styles.muted}>{isFlagged ? t`flagged` : t`not flagged`}</span>
        )}
      </p>
      <p className={styles.muted}>
        {t`Score ${{ score: scoreText(score) }}, place ${{ place: countText(place) }} of ${{ count: countText(network.test.length) }} by score`}
      </p>
      <a href="#explore/sliders" className={styles.link} onClick={() => pointing.pick(index)}>
        <MapIcon size={13} aria-hidden="true" />
        <span>{t`On the latent map`}</span>
      </a>
    </div>
  );
}
