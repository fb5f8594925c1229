// The samples behind the numbers: the ends of the ranking, false alarms and misses, each with what the network makes of it and the
// error on one scale for all. The sample under the pointer, or the one that was pressed, is shown large above them.
import { t } from '@lingui/core/macro';
import { useDeferredValue, useMemo, useState } from 'react';
import { sampleKind } from '../../../core/samples/sample-kind';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import type { Examples } from '../../../session/anomalies/anomaly-state';
import { useDataset } from '../../../session/hooks/datasets/use-dataset';
import { useAnomalies } from '../../../session/hooks/anomalies/use-anomalies';
import { useTask } from '../../../session/hooks/use-task';
import { createAnomalies } from '../../../session/anomalies/anomalies';
import type { Session } from '../../../session/session';
import { Card } from '../../../ui/controls/card/card';
import { Placeholder } from '../../../ui/placeholder/placeholder';
import { singleLook } from '../../../ui/sample/looks';
import styles from './galleries.module.css';
import { Gallery } from './gallery';
import { galleryIds, galleryPicks, type GalleryId } from './gallery-picks';
import { SampleDetails } from './sample-details';
import { errorScaleText } from './words';

/** Samples in each gallery. */
const shown = 8;
/** While the threshold is dragged nothing is asked for. */
const calmMs = 120;

export function Galleries() {
  const info = useDataset();
  return (
    <Card
      title={t`Galleries`}
      explanation={t`Test samples by their score: the most normal, the most anomalous, and the mistakes.`}
      term="anomaly-score"
      subtitle={info && <Scale info={info} />}
    >
      {info ? <All info={info} /> : <Placeholder>{t`Samples appear here.`}</Placeholder>}
    </Card>
  );
}

function Scale({ info: { shape } }: { info: DatasetInfo }) {
  const { errorGain } = singleLook(shape);
  return <span>{errorScaleText(errorGain, sampleKind(shape))}</span>;
}

function All({ info }: { info: DatasetInfo }) {
  const network = useAnomalies((state) => state.network);
  const isNormal = useAnomalies((state) => state.isNormal);
  // The line on the histogram follows the pointer first.
  const threshold = useDeferredValue(useAnomalies((state) => state.threshold));
  const hasAnomalies = useAnomalies(({ detection }) => detection !== null);
  const [hovered, setHovered] = useState<number | null>(null);
  const [picked, setPicked] = useState<number | null>(null);
  const picks = useMemo(
    () =>
      network === null || isNormal === null ? null : galleryPicks({ ...network, isNormal, threshold }, shown),
    [network, isNormal, threshold],
  );
  const wanted = useMemo(() => {
    if (picks === null) return null;
    const all = galleryIds.flatMap((id) => Array.from(picks[id].indices));
    return Uint32Array.from(new Set(picked === null ? all : [...all, picked]));
  }, [picks, picked]);
  const examples = useTask(wanted, look, { again: network, delayMs: calmMs })?.answer ?? null;
  if (network === null || picks === null) return <Placeholder>{t`Samples appear here.`}</Placeholder>;
  const ids: readonly GalleryId[] = hasAnomalies ? galleryIds : ['most', 'least'];
  return (
    <>
      <SampleDetails
        info={info}
        examples={examples}
        index={hovered ?? picked ?? picks.most.indices[0] ?? null}
      />
      <div className={styles.galleries}>
        {ids.map((id) => (
          <Gallery
            key={id}
            id={id}
            info={info}
            picks={picks[id]}
            scores={network.test}
            hasThreshold={threshold !== null}
            examples={examples}
            places={shown}
            picked={picked}
            onHover={setHovered}
            onPick={(index) => setPicked(index === picked ? null : index)}
          />
        ))}
      </div>
    </>
  );
}

function look(indices: Uint32Array, { applications }: Session): Promise<Examples | null> {
  return applications.open(createAnomalies).examples(indices);
}
