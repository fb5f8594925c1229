import { describe, expect, it } from 'vitest';
import { lightOf, partsOf, turnOf } from './parts';
import { initialPlayback, lightMs, nextPlayback, type Playback } from './playback';

const count = 6;
const playing: Playback = { ...initialPlayback, isPlaying: true };

describe('playback', () => {
  it('goes from part to part and rests at the last', () => {
    let state = nextPlayback(initialPlayback, { kind: 'begin', plays: true }, count);
    const seen = [state.part];
    while (state.isPlaying) {
      state = nextPlayback(state, { kind: 'tick' }, count);
      seen.push(state.part);
    }
    expect(seen).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('stops where somebody goes by hand, and stays within the step', () => {
    expect(nextPlayback(playing, { kind: 'go', part: 3 }, count)).toMatchObject({
      part: 3,
      isPlaying: false,
    });
    expect(nextPlayback(playing, { kind: 'go', part: -1 }, count).part).toBe(0);
    expect(nextPlayback(playing, { kind: 'go', part: 9 }, count).part).toBe(5);
  });

  it('plays again from the beginning when it is asked to at the end', () => {
    const ended = { ...initialPlayback, part: 5 };
    expect(nextPlayback(ended, { kind: 'toggle' }, count)).toMatchObject({ part: 0, isPlaying: true });
  });

  it('lights a part for 1.25 s, or half or twice as long', () => {
    expect([0.5, 1, 2].map((speed) => lightMs({ speed: speed as 1 }))).toEqual([2500, 1250, 625]);
  });
});

describe('the parts of a step', () => {
  it('have a draw only where the code is Gaussian', () => {
    expect(partsOf({ codeKind: 'deterministic' })).not.toContain('draw');
    expect(partsOf({ codeKind: 'gaussian' })).toContain('draw');
  });

  it('light the network from the input to the output, and back', () => {
    const order = (part: 'encode' | 'decode' | 'gradients') =>
      [0, 1, 2, 3, 4]
        .filter((boundary) => lightOf(part, boundary, 2, 4) === 'lit')
        .sort((a, b) => turnOf(part, a, 2, 4) - turnOf(part, b, 2, 4));
    expect(order('encode')).toEqual([1, 2]);
    expect(order('decode')).toEqual([3, 4]);
    expect(order('gradients')).toEqual([4, 3, 2, 1]);
  });
});
