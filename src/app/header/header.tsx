// Name, where it runs and how fast, and what concerns the page as a whole.
import { t } from '@lingui/core/macro';
import { CircleHelp, Moon, Sun } from 'lucide-react';
import { BackendReadOut, ThroughputReadOut } from '../../panels/read-outs/engine/engine-read-outs';
import { ExportMainRun } from '../../panels/run-export/button/export-button';
import { toggleTheme, useTheme } from '../../session/page/theme-store';
import { usePart } from '../../session/hooks/shared-link/use-part';
import { IconButton } from '../../ui/controls/buttons/buttons';
import { classNames } from '../../ui/class-names';
import styles from './header.module.css';
import { toggleHelp } from '../help/help-store';
import { LanguageChoice } from './language-choice';
import { Logo } from './logo';
import { PanelBoundary } from '../../ui/boundary/panel-boundary';
import { PresentButton } from '../present/present-button';
import { ShareButton } from './share-button';
import { SweepLink } from './sweep-link';
import { workspaces } from '../../workspaces/registry';
import type { Workspace } from '../../workspaces/frame/workspace';
import { useLinkTo, useShown } from '../navigation/navigation';

export function Header() {
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>
        <Logo />
        <span className={styles.wordmark}>Hourglass</span>
      </h1>
      <WorkspaceLinks />
      <div className={styles.engine}>
        <PanelBoundary name={t`The engine’s state`}>
          <BackendReadOut />
          <ThroughputReadOut />
        </PanelBoundary>
      </div>
      <ExportShown />
      <div className={styles.page}>
        <ShareButton />
        <LanguageChoice />
        <ThemeButton />
        <PresentButton />
        <IconButton
          label={t`Help`}
          icon={CircleHelp}
          explanation={t`Help: keys, data, licences ( ? )`}
          keyShortcut="?"
          onClick={toggleHelp}
        />
      </div>
    </header>
  );
}

/** Where the main run is what is shown. The list of runs has a button of its own. Its place stays, so that nothing beside it moves. */
function ExportShown() {
  const isShown = useShown().workspace.id === 'train';
  return <div className={styles.export}>{isShown && <ExportMainRun />}</div>;
}

function WorkspaceLinks() {
  if (usePart('workspaces').isHidden)
    return <span className={classNames(styles.workspaces, styles.noWorkspaces)} />;
  return (
    <nav aria-label={t`Workspaces`} className={styles.workspaces}>
      {workspaces.map((workspace) => (
        <WorkspaceLink key={workspace.id} workspace={workspace} />
      ))}
      <SweepLink />
    </nav>
  );
}

function WorkspaceLink({ workspace }: { workspace: Workspace }) {
  const isShown = useShown().workspace === workspace;
  return (
    <a
      href={useLinkTo(workspace)}
      data-control={`to-${workspace.id}`}
      aria-current={isShown ? 'page' : undefined}
      className={classNames(styles.workspace, isShown && styles.shown)}
    >
      {workspace.label}
    </a>
  );
}

function ThemeButton() {
  const isDark = useTheme(({ shown }) => shown === 'dark');
  return (
    <IconButton
      label={isDark ? t`Light theme` : t`Dark theme`}
      icon={isDark ? Sun : Moon}
      onClick={toggleTheme}
    />
  );
}
