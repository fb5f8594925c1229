// The code space, in two views: the codes of the test set as a map, or what each unit of the code does. Only the view that
// is shown is mounted.
import { useState } from 'react';
import { runStore } from '../../session/run-store';
import { Card } from '../../ui/controls/card';
import { SegmentedRadio, type RadioOption } from '../../ui/controls/segmented-radio';
import { useWhileInView } from '../../ui/in-view/in-view';
import { CodeMap } from './code-map';
import { CodeUnits, UnitOrderChoice, type UnitOrder } from './code-units';
import styles from './latent-map.module.css';
import { mapSubtitle } from './map-words';

type LatentView = 'map' | 'units';

const views: readonly RadioOption<LatentView>[] = [
  { value: 'map', label: 'Map', explanation: 'The codes of the test images as points' },
  { value: 'units', label: 'Units', explanation: 'Which units of the code are active, and for which images' },
];

export function LatentSpace() {
  const [view, setView] = useState<LatentView>('map');
  const [order, setOrder] = useState<UnitOrder>('built');
  return (
    <Card
      title="Latent space"
      subtitle={view === 'map' && <MapSubtitle />}
      actions={
        <>
          {view === 'units' && <UnitOrderChoice order={order} onChange={setOrder} />}
          <SegmentedRadio label="Latent view" look="quiet" value={view} options={views} onChange={setView} />
        </>
      }
      className={styles.card}
    >
      {view === 'map' ? <CodeMap /> : <CodeUnits order={order} />}
    </Card>
  );
}

function MapSubtitle() {
  return <>{useWhileInView(runStore, (run) => run.map && mapSubtitle(run.map))}</>;
}
