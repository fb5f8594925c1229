// The shell: header, the Train workspace, messages, help.
import { FailedShards } from '../panels/data-status/data-status';
import { Notices } from '../panels/notices/notices';
import { TooltipProvider } from '../ui/controls/tooltip';
import { Header } from './header';
import { HelpDialog } from './help-dialog';
import { PanelBoundary } from './panel-boundary';
import { TrainWorkspace } from './train-workspace';

export function App() {
  return (
    <TooltipProvider>
      <Header />
      <TrainWorkspace />
      <PanelBoundary name="Messages">
        <Notices>
          <FailedShards />
        </Notices>
      </PanelBoundary>
      <HelpDialog />
    </TooltipProvider>
  );
}
