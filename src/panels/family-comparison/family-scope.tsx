// Applies the accent colour of one family to its children, independent of the family chosen in the Train workspace.
import type { ReactNode } from 'react';
import type { FamilyId } from '../../catalog/families/registry';
import { useTheme } from '../../session/page/theme-store';

interface FamilyScopeProps {
  family: FamilyId;
  className?: string | undefined;
  children: ReactNode;
}

export function FamilyScope({ family, className, children }: FamilyScopeProps) {
  // The dark accents require both attributes on the same element.
  const theme = useTheme(({ shown }) => shown);
  return (
    <div data-theme={theme} data-family={family} className={className}>
      {children}
    </div>
  );
}
