// A panel that breaks says so in its own place, and the others go on.
import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { Notice } from '../controls/notice/notice';

export function PanelBoundary({ name, children }: { name: string; children: ReactNode }) {
  return (
    <ErrorBoundary
      fallbackRender={({ error, resetErrorBoundary }) => (
        <Notice
          kind="error"
          message={t`${name} could not be shown.`}
          detail={error instanceof Error ? error.message : String(error)}
          action={{ label: t`Try again`, onClick: resetErrorBoundary }}
        />
      )}
    >
      {children}
    </ErrorBoundary>
  );
}
