// The keys of Apply: Sound: each version has its number. What plays them loads with the view.
import { t } from '@lingui/core/macro';
import type { Session } from '../../session/session';
import type { WorkspaceKey } from '../frame/workspace';

const heard = {
  original: t`the original`,
  noisy: t`the noisy version`,
  cleaned: t`the cleaned version`,
  gate: t`the spectral gate`,
  wiener: t`the Wiener filter`,
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
    help: t`Hear ${what}`,
    act: (session: Session) => void playerOf(session).then((player) => player.play(id as keyof typeof heard)),
  })),
  {
    key: '0',
    cap: '0',
    help: t`Stop the sound`,
    act: (session) => void playerOf(session).then((player) => player.stop()),
  },
];
