// Name, where it runs and how fast, and what concerns the page as a whole.
import { CircleHelp, Moon, Sun } from 'lucide-react';
import { BackendReadOut, ThroughputReadOut } from '../panels/read-outs/engine-read-outs';
import { toggleTheme, useTheme } from '../session/theme-store';
import { IconButton } from '../ui/controls/buttons';
import styles from './header.module.css';
import { toggleHelp } from './help-store';
import { Logo } from './logo';
import { PanelBoundary } from './panel-boundary';
import { ShareButton } from './share-button';

export function Header() {
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>
        <Logo />
        Hourglass
      </h1>
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
