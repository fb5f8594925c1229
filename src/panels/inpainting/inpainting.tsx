// Inpainting: a sample with a hole that one makes, what the network fills in, and how well that is, beside methods that need no
// network.
import { t } from '@lingui/core/macro';
import type { CSSProperties } from 'react';
import { hasMask } from '../../core/experiment/rules';
import type { DatasetInfo } from '../../core/samples/dataset-info';
import { useDataset } from '../../session/hooks/datasets/use-dataset';
import { useInpaintingRoom } from '../../session/hooks/inpainting/use-inpainting';
import { useExperiment } from '../../session/hooks/use-experiment';
import { useLookAt } from '../../session/hooks/use-look-at';
import { Place } from '../../ui/boundary/place';
import { classNames } from '../../ui/class-names';
import { Card } from '../../ui/controls/card/card';
import { useInViewEffect } from '../../ui/in-view/in-view';
import { Placeholder } from '../../ui/placeholder/placeholder';
import { sampleAspect } from '../../ui/sample/looks';
import { DamageBar } from './damage/damage-bar';
import { DamagePad } from './damage/damage-pad';
import { useMaskHistory } from './damage/use-mask-history';
import styles from './inpainting.module.css';
import { MeasuredCard } from './measured/measured-card';
import { NetworkCard } from './network/network-card';
import { Answers } from './pictures/answers';
import { SampleCard } from './sample/sample-card';
import { DrawsCard } from './strips/draws-card';
import { IteratedCard } from './strips/iterated-card';
import { useLatest } from './use-latest';

export function Inpainting() {
  return (
    <Place name={t`Inpainting`}>
      <Workbench />
    </Place>
  );
}

/** The test samples to choose from. */
const looksAt = ['pictures'] as const;

function Workbench() {
  const { open } = useInpaintingRoom();
  useInViewEffect(open);
  useInViewEffect(useLookAt(looksAt));
  // While a network is built anew for the same data, what is on the screen stays.
  const known = useDataset() ?? null;
  const latest = useLatest(known);
  const dataset = useExperiment((experiment) => experiment.dataset);
  const info = latest?.id === dataset ? latest : known;
  const seesHoles = useExperiment(hasMask);
  if (!info)
    return <Placeholder>{t`A sample to damage appears here once the data set is read.`}</Placeholder>;
  // What is kept of samples of one shape is of no use for another.
  const shape = info.shape.join();
  return (
    <div className={styles.view} style={{ '--aspect': sampleAspect(info.shape) } as CSSProperties}>
      <div className={classNames(styles.side, !seesHoles && styles.networkFirst)}>
        <SampleCard info={info} />
        <NetworkCard />
      </div>
      <Place name={t`The hole`} className={styles.main}>
        <Filling key={shape} info={info} />
      </Place>
      <div className={styles.below}>
        <Place name={t`The measurement`}>
          <MeasuredCard />
        </Place>
        <div className={styles.strips}>
          <Place name={t`The answer fed back`}>
            <IteratedCard key={shape} info={info} />
          </Place>
          <Place name={t`Several fillings`}>
            <DrawsCard key={shape} info={info} />
          </Place>
        </div>
      </div>
    </div>
  );
}

function Filling({ info }: { info: DatasetInfo }) {
  const history = useMaskHistory();
  return (
    <Card
      title={t`Hole`}
      explanation={t`Make a hole, and the network fills it in; simple methods fill the same hole beside it.`}
      term="inpainting"
      titleHidden
    >
      <DamageBar shape={info.shape} history={history} />
      <div className={styles.pictures}>
        <DamagePad info={info} history={history} />
        <Answers info={info} />
      </div>
    </Card>
  );
}
