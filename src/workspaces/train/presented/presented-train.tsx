// Train for a class: what a projector shows from the last row. The hourglass, the reconstructions and the pad fill the window; the
// controls wait in a drawer, all but the bottleneck.
import { t } from '@lingui/core/macro';
import { Maximize, Minimize, SlidersHorizontal } from 'lucide-react';
import { ArchitectureDiagram } from '../../../panels/architecture-diagram/architecture-diagram';
import { BottleneckAtHand } from '../../../panels/controls/at-hand/bottleneck-at-hand';
import { DrawingPad } from '../../../panels/drawing-pad/drawing-pad';
import { ExploreReadOuts } from '../../../panels/read-outs/explore-read-outs';
import { Reconstructions } from '../../../panels/reconstructions/reconstructions';
import { GoalLine, StageLine, Transport } from '../../../panels/transport/transport';
import { useGuideLine } from '../../../session/hooks/guide/use-guide-line';
import { useHiddenParts } from '../../../session/hooks/shared-link/use-part';
import { toggleDrawer, usePresentation } from '../../../session/page/presentation/presentation';
import { PanelBoundary } from '../../../ui/boundary/panel-boundary';
import { Place } from '../../../ui/boundary/place';
import { classNames } from '../../../ui/class-names';
import { IconButton, TransportButton } from '../../../ui/controls/buttons/buttons';
import layout from '../../frame/workspace.module.css';
import { LazyGuide } from '../lazy-guide';
import { networkHref } from '../unit-address';
import { ControlsDrawer } from './controls-drawer';
import { canBeFull, toggleFullScreen, useIsFullScreen } from './full-screen';
import styles from './presented-train.module.css';

export function PresentedTrain() {
  const hidden = useHiddenParts();
  const isGuided = useGuideLine();
  const hasDrawer = usePresentation((presentation) => presentation.hasDrawer);
  return (
    <main className={styles.workspace}>
      <div className={styles.bar}>
        <Transport />
        <div className={styles.bottleneck}>
          <BottleneckAtHand />
        </div>
        <div className={styles.stage}>
          <StageLine />
          <GoalLine />
        </div>
        <div className={styles.readOuts}>
          <PanelBoundary name={t`The measurements`}>
            <ExploreReadOuts />
          </PanelBoundary>
        </div>
        <FullScreenButton />
        <TransportButton
          label={t`Controls`}
          icon={SlidersHorizontal}
          explanation={t`Data, model, noise, objective and training (C)`}
          keyShortcut="C"
          highlighted={hasDrawer}
          onClick={toggleDrawer}
        />
      </div>
      {isGuided && (
        <Place name={t`The guide`} className={styles.guide}>
          <LazyGuide />
        </Place>
      )}
      {!hidden.includes('panel.diagram') && (
        <Place
          control="panel.diagram"
          name={t`The architecture diagram`}
          className={classNames(layout.place, styles.diagram)}
        >
          <ArchitectureDiagram networkHref={networkHref} />
        </Place>
      )}
      <div className={styles.pictures}>
        {!hidden.includes('panel.reconstructions') && (
          <Place control="panel.reconstructions" name={t`Reconstructions`} className={layout.place}>
            <Reconstructions />
          </Place>
        )}
        {!hidden.includes('panel.pad') && (
          <Place control="panel.pad" name={t`Drawing pad`} className={layout.place}>
            <DrawingPad />
          </Place>
        )}
      </div>
      {hasDrawer && <ControlsDrawer />}
    </main>
  );
}

function FullScreenButton() {
  const isFull = useIsFullScreen();
  if (!canBeFull()) return null;
  return (
    <IconButton
      label={t`Full screen`}
      icon={isFull ? Minimize : Maximize}
      pressed={isFull}
      onClick={toggleFullScreen}
    />
  );
}
