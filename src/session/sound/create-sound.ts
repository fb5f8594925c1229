// The actions of Sound, and what follows from them and from the run: another clip or other noise is cleaned anew by all, new weights
// by the network.
import { createStore } from 'zustand/vanilla';
import { soundPresets } from '../../catalog/sound-presets/registry';
import { codedFailureOf } from '../../core/failure';
import { addNoise } from '../../core/sound/noise';
import { soundRateHz } from '../../core/sound/rate';
import type { Run } from '../runs/run';
import { idle } from '../tasks/task';
import { componentsBeside } from './cleaning/components';
import { createLiveCleaning, networkOf } from './cleaning/live-cleaning';
import { createRivals } from './cleaning/rivals';
import { noteFailure } from './clip/note-failure';
import { quietestStretch } from './clip/quietest-stretch';
import { readRecording } from './clip/read-recording';
import { createPlayer } from './player/player';
import { qualityOf } from './quality';
import type { ClipSource, NoiseChoice, Sound, SoundFailure, SoundState } from './sound';
import { browserOutside, type SoundOutside, type SoundPorts } from './sound-ports';
import type { VersionId, Versions } from './versions';

/** How much of the noise is heard at first: plain to hear, and what the literature on cleaning often begins with. */
const firstSnrDb = 5;
/** In the middle of the piano, so that small loudspeakers play it and the network has partials to find. */
const firstNote = 'C3';
const firstOf = (names: readonly string[]) => (names.includes(firstNote) ? firstNote : (names[0] ?? ''));
/** What is made of a noisy version. */
const made = ['cleaned', 'gate', 'wiener', 'pca'] as const satisfies readonly VersionId[];

export function createSound(ports: SoundPorts, outside: SoundOutside = browserOutside): Sound {
  const { mainRun, questions } = ports;
  const store = createStore<SoundState>()(() => ({
    notes: outside.noteNames,
    source: null,
    reading: null,
    failure: null,
    isCut: false,
    noise: 'white',
    snrDb: firstSnrDb,
    seed: 1,
    versions: {},
    qualities: {},
    outdated: [],
    network: networkOf(mainRun.store.getState()),
    cleaned: null,
    components: 0,
    rivalsTask: idle,
  }));
  const { getState, setState } = store;
  const player = createPlayer(outside.openContext, soundRateHz);
  let isOpen = false;
  /** The clip as it was recorded. */
  let clip: Float32Array | null = null;
  /** By itself; null where the recording is noisy already. */
  let addedNoise: Float32Array | null = null;
  let lastAsked = 0;

  const cleaning = createLiveCleaning({
    reconstruct: questions.reconstruct,
    run: mainRun.store.getState,
    onCleaned(samples, by) {
      setState({ cleaned: by });
      add({ cleaned: samples });
    },
  });
  const rivals = createRivals(ports.analysis, {
    show: (rivalsTask) => setState({ rivalsTask }),
    onAnswer: add,
  });

  /** Versions that were made of the noisy one. */
  function add(versions: Versions): void {
    const { original } = getState().versions;
    const ids = made.filter((id) => versions[id] !== undefined);
    const measured = ids.flatMap((id) => {
      const samples = versions[id];
      return original && samples ? [[id, qualityOf(original, samples)] as const] : [];
    });
    const qualities = { ...getState().qualities, ...Object.fromEntries(measured) };
    const outdated = getState().outdated.filter((id) => !ids.some((one) => one === id));
    show({ versions: { ...getState().versions, ...versions }, qualities, outdated });
  }

  function show(state: Pick<SoundState, 'versions' | 'qualities' | 'outdated'>): void {
    setState(state);
    player.setVersions(state.versions);
  }

  /** Adds the chosen noise to the clip. What was made of the noise before stays until there is more, and counts as outdated. */
  function makeNoisy(isOtherClip: boolean): void {
    if (clip === null) return;
    const { noise, snrDb, seed, versions, qualities } = getState();
    const isNoisyAlready = noise === 'none';
    const added = isNoisyAlready ? null : addNoise(clip, noise, snrDb, seed);
    const noisy = added?.noisy ?? clip;
    addedNoise = added?.noise ?? null;
    const kept: readonly VersionId[] = isOtherClip ? [] : made.filter((id) => versions[id] !== undefined);
    const pick = <Value>(from: Readonly<Partial<Record<VersionId, Value>>>) =>
      Object.fromEntries(kept.flatMap((id) => (from[id] === undefined ? [] : [[id, from[id]]])));
    if (isOtherClip) setState({ cleaned: null });
    show({
      versions: { ...pick(versions), ...(isNoisyAlready ? {} : { original: clip }), noisy },
      qualities: isNoisyAlready ? {} : { ...pick(qualities), noisy: qualityOf(clip, noisy) },
      outdated: kept,
    });
    askAll();
  }

  function askAll(): void {
    const { versions } = getState();
    if (!isOpen || versions.noisy === undefined) return;
    cleaning.ask(versions.noisy);
    askRivals();
  }

  function askRivals(): void {
    const { noisy } = getState().versions;
    if (!isOpen || noisy === undefined) return;
    const { codeSize } = mainRun.store.getState().experiment;
    const components = componentsBeside(getState().network, codeSize);
    setState({ components });
    rivals.ask({ noisy, noise: addedNoise ?? quietestStretch(noisy), codeSize: components });
  }

  function useClip(samples: Float32Array, source: ClipSource, isCut: boolean, chosen: NoiseChoice): void {
    clip = samples;
    // A note has no noise of its own.
    const noise = source.kind === 'note' && chosen === 'none' ? 'white' : chosen;
    setState({ source, noise, isCut, failure: null, reading: null });
    makeNoisy(true);
  }

  /** @param read resolves with the clip */
  async function load(
    source: ClipSource,
    read: () => Promise<{ samples: Float32Array; isCut: boolean }>,
    noise?: NoiseChoice,
  ): Promise<void> {
    const asked = ++lastAsked;
    setState({ reading: 0, failure: null });
    try {
      const { samples, isCut } = await read();
      if (asked === lastAsked) useClip(samples, source, isCut, noise ?? getState().noise);
    } catch (error) {
      const failure = codedFailureOf(error);
      if (asked === lastAsked) setState({ reading: null });
      if (failure === null) throw error;
      if (asked === lastAsked) setState({ failure: failure as SoundFailure });
    }
  }

  function chooseNote(name: string): void {
    void load({ kind: 'note', name }, async () => {
      const stop = outside.followNotes((reading) => {
        if (getState().reading !== null) setState({ reading });
      });
      const notes = await outside.notes().catch((error: unknown) => {
        throw noteFailure(error);
      });
      stop();
      const note = notes.find((one) => one.name === name);
      if (note === undefined) throw noteFailure(null);
      return { samples: note.signal, isCut: false };
    });
  }

  function followRun(run: Run, before: Run): void {
    const network = networkOf(run);
    const isOther = run.runId !== before.runId || network !== getState().network;
    if (isOther) {
      // Of a clip that was not taken, there is no more to say once the person went on.
      setState({ network, cleaned: null, failure: null });
      const { cleaned, ...versions } = getState().versions;
      const { cleaned: quality, ...qualities } = getState().qualities;
      if (cleaned ?? quality) show({ ...getState(), versions, qualities });
    }
    const isReady = run.stage === 'ready' && before.stage !== 'ready';
    if (isReady && getState().versions.noisy) cleaning.ask(getState().versions.noisy as Float32Array);
    else if (run.step !== before.step) cleaning.noteStep();
    if (isOther || run.experiment.codeSize !== before.experiment.codeSize) askRivals();
  }

  return {
    store,
    player,
    open() {
      isOpen = true;
      setState({ network: networkOf(mainRun.store.getState()) });
      if (clip === null && getState().reading === null) chooseNote(firstOf(outside.noteNames));
      askAll();
      const stop = mainRun.store.subscribe(followRun);
      return () => {
        isOpen = false;
        stop();
        cleaning.close();
        rivals.close();
        player.rest();
      };
    },
    chooseNote,
    take: (recording, name, noise) =>
      load({ kind: 'own', name }, () => readRecording(recording, name, outside.decode), noise),
    setNoise(noise) {
      if (noise === getState().noise) return;
      setState({ noise, failure: null });
      makeNoisy(false);
    },
    setSnr(snrDb) {
      setState({ snrDb });
      makeNoisy(false);
    },
    renewNoise() {
      setState({ seed: getState().seed + 1 });
      makeNoisy(false);
    },
    trainOn(network) {
      mainRun.change(soundPresets[network].patch);
      if (!mainRun.store.getState().wantsTraining) mainRun.toggle();
    },
    dispose: player.dispose,
  };
}
