// How components reach the session: one context, provided once by the page and once by each test.
import { createContext, useContext, type ReactNode } from 'react';
import type { Session } from '../session';

const SessionContext = createContext<Session | null>(null);

interface SessionProviderProps {
  session: Session;
  children: ReactNode;
}

export function SessionProvider({ session, children }: SessionProviderProps) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The session of the page: always the same object, so its actions can be handed on as they are. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('There is no SessionProvider above this component.');
  return session;
}
