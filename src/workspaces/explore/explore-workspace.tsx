// The Explore workspace: the code's map beside PCA's, and the tools below. In the source the panels are in the order of a
// phone's single column.
import { t } from '@lingui/core/macro';
import { ExploreMap } from '../../panels/explore-map/explore-map';
import { ExploreReadOuts } from '../../panels/read-outs/explore-read-outs';
import { Selection } from '../../panels/explore-selection/selection';
import { UnderPointer } from '../../panels/explore-selection/under-pointer';
import { StageLine } from '../../panels/transport/transport';
import { PanelBoundary } from '../../ui/boundary/panel-boundary';
import { Place } from '../../ui/boundary/place';
import { classNames } from '../../ui/class-names';
import { Card } from '../../ui/controls/card/card';
import { OpenSubView, SubViewTabs } from '../frame/sub-views';
import { TrainingBar } from '../frame/training-bar';
import layout from '../frame/workspace.module.css';
import type { WorkspaceProps } from '../frame/workspace';
import styles from './explore-workspace.module.css';

export function ExploreWorkspace(props: WorkspaceProps) {
  return (
    <main className={classNames(layout.workspace, styles.workspace)}>
      <div className={layout.bar}>
        <h2 className={styles.title}>{t`Latent space`}</h2>
        <TrainingBar />
        <div className={layout.stage}>
          <StageLine />
        </div>
        <div className={layout.readOuts}>
          <PanelBoundary name={t`The measurements`}>
            <ExploreReadOuts />
          </PanelBoundary>
        </div>
      </div>
      {/* On a phone what is decoded stays in sight while a map is touched. */}
      <div className={styles.mapAndPointer}>
        <Place name={t`The map`} className={classNames(layout.place, styles.map)}>
          <ExploreMap />
        </Place>
        <Place name={t`The decoded point`} className={styles.pointer}>
          <UnderPointer />
        </Place>
      </div>
      <Place name={t`The selection`} className={classNames(layout.place, styles.selection)}>
        <Selection />
      </Place>
      <Place name={t`The tools`} className={classNames(layout.place, styles.tools)}>
        <Card
          title={t`Tools`}
          explanation={t`What you can do with the codes of the network in Train.`}
          term="latent-space"
          actions={<SubViewTabs {...props} label={t`Tool`} look="quiet" />}
          className={styles.toolsCard}
        >
          <OpenSubView {...props} className={styles.tool} />
        </Card>
      </Place>
    </main>
  );
}
