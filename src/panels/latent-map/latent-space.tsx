// The latent space in two views: a map of the test set codes, or the code units. Only the visible view is mounted.
import { t } from '@lingui/core/macro';
import { useState } from 'react';
import { useSampleWords } from '../../session/hooks/datasets/use-dataset';
import { useRunStore } from '../../session/hooks/use-run';
import { lazyPart } from '../../ui/boundary/lazy-part';
import { Card } from '../../ui/controls/card/card';
import { SegmentedRadio, type RadioOption } from '../../ui/controls/fields/segmented-radio';
import { useWhileInView } from '../../ui/in-view/in-view';
import { LatentMap } from './latent-map';
import { UnitOrderChoice, type UnitOrder } from './units/unit-order-choice';
import styles from './latent-map.module.css';
import { mapSubtitle } from './words';

/** Loaded as a separate chunk, since the panel opens with the map. */
const CodeUnits = lazyPart({
  name: t`The units of the code`,
  load: async () => (await import('./units/code-units')).CodeUnits,
});

type LatentView = 'map' | 'units';

const views: readonly RadioOption<LatentView>[] = [
  { value: 'map', label: t`Map`, explanation: t`The codes of the test set as points` },
  { value: 'units', label: t`Units`, explanation: t`Which units of the code are active, and for what` },
];

export function LatentSpace() {
  const [view, setView] = useState<LatentView>('map');
  const [order, setOrder] = useState<UnitOrder>('built');
  return (
    <Card
      title={t`Latent space`}
      explanation={t`Every dot is the code of a test sample, seen along the two directions in which codes vary most; its colour is its class.`}
      term="latent-space"
      computes="codes"
      subtitle={view === 'map' && <MapSubtitle />}
      actions={
        <>
          {view === 'units' && <UnitOrderChoice order={order} onChange={setOrder} />}
          <SegmentedRadio
            label={t`Latent view`}
            look="quiet"
            value={view}
            options={views}
            onChange={setView}
          />
        </>
      }
      className={styles.card}
    >
      {view === 'map' ? <LatentMap /> : <CodeUnits order={order} />}
    </Card>
  );
}

function MapSubtitle() {
  const words = useSampleWords();
  return <span>{useWhileInView(useRunStore(), (run) => run.map && mapSubtitle(run.map, words))}</span>;
}
