// The clip of Apply: Sound and its player, for components.
import { useStore } from 'zustand';
import { createSound } from '../../sound/create-sound';
import type { PlayerState } from '../../sound/player/player';
import type { Sound, SoundState } from '../../sound/sound';
import { useSession } from '../session-context';

export function useSoundRoom(): Sound {
  return useSession().applications.open(createSound);
}

/** A part of the clip's state; the component renders again when that part is another object or value. */
export function useSound<T>(select: (state: SoundState) => T): T {
  return useStore(useSoundRoom().store, select);
}

export function usePlayer<T>(select: (state: PlayerState) => T): T {
  return useStore(useSoundRoom().player.store, select);
}
