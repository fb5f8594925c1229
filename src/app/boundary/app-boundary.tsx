// The last resort: an error that no panel has caught. The engine goes on without its page, so that nothing trained is lost
// if the page can be drawn again.
import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { ReloadNotice } from '../../ui/boundary/reload-notice';
import styles from './app-boundary.module.css';

export function AppBoundary({ children }: { children: ReactNode }) {
  return (
    <ErrorBoundary
      fallbackRender={({ error, resetErrorBoundary }) => (
        <main className={styles.broken}>
          <h1>Hourglass</h1>
          <ReloadNotice
            message={t`The page could not be drawn. Your run is still here: try to draw it again.`}
            detail={t`${{ error: error instanceof Error ? error.message : String(error) }} If trying again does not help, reload the page.`}
            action={{ label: t`Try again`, onClick: resetErrorBoundary }}
          />
        </main>
      )}
    >
      {children}
    </ErrorBoundary>
  );
}
