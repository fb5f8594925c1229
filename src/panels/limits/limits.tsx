// Apply: Limits. What the network makes of what it was never trained on: a photograph, cut into tiles, and other data sets.
import { t } from '@lingui/core/macro';
import { Play } from 'lucide-react';
import { photographPath } from '../../catalog/photographs/registry';
import { useLimitsTable } from '../../session/hooks/limits/use-limits';
import { useSession } from '../../session/hooks/session-context';
import { useRun } from '../../session/hooks/use-run';
import { TransportButton } from '../../ui/controls/buttons/buttons';
import { Card } from '../../ui/controls/card/card';
import { InView } from '../../ui/in-view/in-view';
import { PhotographCard } from './photograph/photograph-card';
import { TableCard } from './table/table-card';
import { texts } from './words';
import styles from './limits.module.css';

export function Limits() {
  const isUntrained = useRun(({ step, wantsTraining }) => step === 0 && !wantsTraining);
  const hasRows = useLimitsTable(({ rows, training }) => training !== null || Object.keys(rows).length > 0);
  if (isUntrained && !hasRows) return <Empty />;
  return (
    <div className={styles.view}>
      <InView>
        <PhotographCard />
      </InView>
      <InView>
        <TableCard />
      </InView>
    </div>
  );
}

function Empty() {
  const { run } = useSession();
  const canTrain = useRun(({ facts }) => facts !== null);
  return (
    <Card
      title={texts.title}
      explanation={t`The network is given samples unlike those it learned from, and rebuilds them as if they were of the same kind.`}
      term="out-of-distribution"
      titleHidden
      savable={false}
    >
      <div className={styles.empty}>
        <img
          src={`${import.meta.env.BASE_URL}${photographPath('french-alpine-landscape')}`}
          alt=""
          className={styles.emptyPicture}
        />
        <p className={styles.lead}>{texts.empty}</p>
        <TransportButton
          label={texts.train}
          icon={Play}
          look="primary"
          disabled={!canTrain}
          onClick={run.toggle}
        />
      </div>
    </Card>
  );
}
