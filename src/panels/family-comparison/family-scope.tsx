// Gives what is inside it the accent of one family, whichever is chosen in the Train workspace.
import type { ReactNode } from 'react';
import type { FamilyId } from '../../catalog/families/registry';
import { useTheme } from '../../session/theme-store';

interface FamilyScopeProps {
  family: FamilyId;
  className?: string | undefined;
  children: ReactNode;
}

export function FamilyScope({ family, className, children }: FamilyScopeProps) {
  // The dark accents are those of one element that carries both attributes.
  const theme = useTheme(({ shown }) => shown);
  return (
    <div data-theme={theme} data-family={family} className={className}>
      {children}
    </div>
  );
}
