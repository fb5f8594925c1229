// The sub-views of a workspace as tabs. The workspace says where the tabs stand and where the open sub-view does.
import { PanelBoundary } from '../../ui/boundary/panel-boundary';
import { TabLinks, tabElementId } from '../../ui/controls/tabs/tab-links';
import { hrefOf } from './links';
import type { WorkspaceProps } from './workspace';

interface SubViewTabsProps extends WorkspaceProps {
  /** Name of the tablist, exactly. */
  label: string;
  look?: 'field' | 'quiet';
}

export function SubViewTabs({ workspace, subView, label, look = 'field' }: SubViewTabsProps) {
  if (subView === null) return null;
  return (
    <TabLinks
      label={label}
      look={look}
      tabs={workspace.subViews.map((tab) => ({ ...tab, href: hrefOf(workspace, tab) }))}
      open={subView.id}
      panelId={panelIdOf(workspace.id)}
    />
  );
}

export function OpenSubView({
  workspace,
  subView,
  className,
}: WorkspaceProps & { className?: string | undefined }) {
  if (subView === null) return null;
  const { id, label, View } = subView;
  const panelId = panelIdOf(workspace.id);
  return (
    <div id={panelId} role="tabpanel" aria-labelledby={tabElementId(panelId, id)} className={className}>
      <PanelBoundary key={id} name={label}>
        <View />
      </PanelBoundary>
    </div>
  );
}

/** One workspace is mounted at a time, so its id is unique in the page. */
function panelIdOf(workspaceId: string): string {
  return `sub-view-of-${workspaceId}`;
}
