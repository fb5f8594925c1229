// The shell: header, the workspace that is shown, messages, help.
import type { ReactNode } from 'react';
import { FailedShards } from '../panels/data-status/data-status';
import { Notices } from '../panels/notices/notices';
import { TooltipProvider } from '../ui/controls/tooltip';
import { CompareWorkspace } from './compare-workspace';
import { ExploreWorkspace } from './explore-workspace';
import { Header } from './header';
import { HelpDialog } from './help-dialog';
import { PanelBoundary } from './panel-boundary';
import { TrainWorkspace } from './train-workspace';
import { useWorkspace, type Workspace } from './workspaces';

const workspaces: Record<Workspace, () => ReactNode> = {
  train: TrainWorkspace,
  explore: ExploreWorkspace,
  compare: CompareWorkspace,
};

export function App() {
  const Shown = workspaces[useWorkspace()];
  return (
    <TooltipProvider>
      <Header />
      <Shown />
      <PanelBoundary name="Messages">
        <Notices>
          <FailedShards />
        </Notices>
      </PanelBoundary>
      <HelpDialog />
    </TooltipProvider>
  );
}
