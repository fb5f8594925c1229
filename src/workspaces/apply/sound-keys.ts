// The keys of Apply: Sound: each version has its number. What plays them loads with the view.
import type { Session } from '../../session/session';
import type { WorkspaceKey } from '../frame/workspace';

const heard = {
  original: 'the original',
  noisy: 'the noisy version',
  cleaned: 'the cleaned version',
  gate: 'the spectral gate',
  wiener: 'the Wiener filter',
  pca: 'PCA',
} as const;

async function playerOf({ applications }: Session) {
  const { createSound } = await import('../../session/sound/create-sound');
  return applications.open(createSound).player;
}

export const soundKeys: readonly WorkspaceKey[] = [
  ...Object.entries(heard).map(([id, what], at) => ({
    key: String(at + 1),
    cap: String(at + 1),
    help: `Hear ${what}`,
    act: (session: Session) => void playerOf(session).then((player) => player.play(id as keyof typeof heard)),
  })),
  {
    key: '0',
    cap: '0',
    help: 'Stop the sound',
    act: (session) => void playerOf(session).then((player) => player.stop()),
  },
];
