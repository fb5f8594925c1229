// Name, where it runs and how fast, and what concerns the page as a whole.
import { CircleHelp, Moon, Sun } from 'lucide-react';
import { BackendReadOut, ThroughputReadOut } from '../panels/read-outs/engine-read-outs';
import { toggleTheme, useTheme } from '../session/theme-store';
import { IconButton } from '../ui/controls/buttons';
import { classNames } from '../ui/class-names';
import styles from './header.module.css';
import { toggleHelp } from './help-store';
import { Logo } from './logo';
import { PanelBoundary } from './panel-boundary';
import { ShareButton } from './share-button';
import { useWorkspace, workspaceLabels, type Workspace } from './workspaces';

export function Header() {
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>
        <Logo />
        Hourglass
      </h1>
      <WorkspaceLinks />
      <div className={styles.engine}>
        <PanelBoundary name="The engine’s state">
          <BackendReadOut />
          <ThroughputReadOut />
        </PanelBoundary>
      </div>
      <div className={styles.page}>
        <ShareButton />
        <ThemeButton />
        <IconButton
          label="Help"
          icon={CircleHelp}
          explanation="Help: keys, data, licences ( ? )"
          keyShortcut="?"
          onClick={toggleHelp}
        />
      </div>
    </header>
  );
}

function WorkspaceLinks() {
  const shown = useWorkspace();
  return (
    <nav aria-label="Workspaces" className={styles.workspaces}>
      {(Object.keys(workspaceLabels) as Workspace[]).map((workspace) => (
        <a
          key={workspace}
          href={`#${workspace}`}
          aria-current={workspace === shown ? 'page' : undefined}
          className={classNames(styles.workspace, workspace === shown && styles.shown)}
        >
          {workspaceLabels[workspace]}
        </a>
      ))}
    </nav>
  );
}

function ThemeButton() {
  const isDark = useTheme(({ shown }) => shown === 'dark');
  return (
    <IconButton
      label={isDark ? 'Light theme' : 'Dark theme'}
      icon={isDark ? Sun : Moon}
      onClick={toggleTheme}
    />
  );
}
