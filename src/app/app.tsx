// The shell: header, the workspace that is shown, messages, help.
import { t } from '@lingui/core/macro';
import { DataImport } from '../panels/data-import/data-import';
import { FailedShards } from '../panels/data-status/data-status';
import { Notices } from '../panels/notices/notices';
import { RunExport } from '../panels/run-export/run-export';
import { Later } from '../ui/boundary/later/later';
import { PanelBoundary } from '../ui/boundary/panel-boundary';
import { ExplanationLayer } from '../ui/explanation/explanation-layer';
import { AppBoundary } from './boundary/app-boundary';
import { PageReloadProvider } from './boundary/page-reload-provider';
import { OpenDialog, OpenLessonSheet, TeacherNote } from './dialogs/lazy-dialogs';
import { Header } from './header/header';
import { Help } from './help/help';
import { loadTerm } from './load-term';
import { useShown } from './navigation/navigation';

export function App() {
  return (
    <PageReloadProvider>
      <AppBoundary>
        <Header />
        <TeacherNote />
        <ShownWorkspace />
        <ExplanationLayer loadTerm={loadTerm} />
        <Later meanwhile={null}>
          <PanelBoundary name={t`The lesson`}>
            <OpenLessonSheet />
          </PanelBoundary>
          <PanelBoundary name={t`Messages`}>
            <Notices>
              <FailedShards />
            </Notices>
          </PanelBoundary>
          <PanelBoundary name={t`Add data`}>
            <DataImport />
          </PanelBoundary>
          <PanelBoundary name={t`Export`}>
            <RunExport />
          </PanelBoundary>
          <PanelBoundary name={t`The dialog`}>
            <OpenDialog />
          </PanelBoundary>
          <PanelBoundary name={t`Help`}>
            <Help />
          </PanelBoundary>
        </Later>
      </AppBoundary>
    </PageReloadProvider>
  );
}

function ShownWorkspace() {
  const shown = useShown();
  const { id, label, View } = shown.workspace;
  return (
    <PanelBoundary key={id} name={label}>
      <View {...shown} />
    </PanelBoundary>
  );
}
