// The shell: header, the workspace that is shown, messages, help.
import { lazy, Suspense, type ComponentType } from 'react';
import { FailedShards } from '../panels/data-status/data-status';
import { Notices } from '../panels/notices/notices';
import { TooltipProvider } from '../ui/controls/tooltip';
import { CompareWorkspace } from './compare-workspace';
import { Header } from './header';
import { HelpDialog } from './help-dialog';
import { PanelBoundary } from './panel-boundary';
import { TrainWorkspace } from './train-workspace';
import { useWorkspace, type Workspace } from './workspaces';

/** A chunk of its own: the page begins with Train. */
const ExploreWorkspace = lazy(() =>
  import('./explore-workspace').then((module) => ({ default: module.ExploreWorkspace })),
);

const workspaces: Record<Workspace, ComponentType> = {
  train: TrainWorkspace,
  explore: ExploreWorkspace,
  compare: CompareWorkspace,
};

export function App() {
  const Shown = workspaces[useWorkspace()];
  return (
    <TooltipProvider>
      <Header />
      <Suspense fallback={<main />}>
        <Shown />
      </Suspense>
      <PanelBoundary name="Messages">
        <Notices>
          <FailedShards />
        </Notices>
      </PanelBoundary>
      <HelpDialog />
    </TooltipProvider>
  );
}
