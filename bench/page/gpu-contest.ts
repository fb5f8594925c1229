// The contests of the bench for graphics cards. Contenders take turns, as in bench/speed-contest.mjs, but none is essential: one that
// fails is a row with its error, since nobody is there to look at it.
import { wrap, type Remote } from 'comlink';
import type { BenchBackend, Contender } from './contenders/contender';
import type { NetworkId } from './networks';

const workers = {
  ours: () => new Worker(new URL('./contenders/ours.ts', import.meta.url), { type: 'module' }),
  'tfjs-fit': () => new Worker(new URL('./contenders/tfjs-fit.ts', import.meta.url), { type: 'module' }),
  'tfjs-gradients': () =>
    new Worker(new URL('./contenders/tfjs-gradients.ts', import.meta.url), { type: 'module' }),
};

type Entrant = readonly [kind: keyof typeof workers, backend: BenchBackend];

/** The first is what the losses of the others are compared with. */
const ours: readonly Entrant[] = [
  ['ours', 'wasm'],
  ['ours', 'webgl'],
  ['ours', 'webgpu'],
];
const plainTfjs = (kind: Entrant[0]): readonly Entrant[] => [
  [kind, 'webgl'],
  [kind, 'webgpu'],
];

/** In the order of their importance: the last are left out where there is no time. */
export const contests = {
  reference: [...ours, ['tfjs-fit', 'wasm'], ...plainTfjs('tfjs-fit')],
  convolutional: [...ours, ...plainTfjs('tfjs-fit')],
  vae: [...ours, ...plainTfjs('tfjs-gradients')],
  large: [...ours, ...plainTfjs('tfjs-fit')],
} satisfies Partial<Record<NetworkId, readonly Entrant[]>>;

export interface ContestSettings {
  rounds: number;
  turnMs: number;
  warmUpMs: number;
  /** So many steps in every turn and before the turns; 0: as many as fit in `turnMs` and `warmUpMs`. */
  steps: number;
  /** No answer in this time counts as a failure. */
  answerMs: number;
  /** From here on (`performance.now()`) no contender is opened, and none takes a turn. */
  untilMs: number;
}

export interface Row {
  network: string;
  contender: string;
  backend: BenchBackend;
  runsOn?: string;
  stepsPerTurn?: number;
  /** Of the turns. */
  msPerStep?: { median: number; least: number; most: number };
  turns?: number;
  /** The loss after so many updates. */
  losses?: Record<number, number>;
  /** Largest relative difference of these losses from those of the first contender that has some. */
  largestDifference?: number;
  /** Whether that is no more than rounding makes of it. */
  agrees?: boolean;
  learns?: boolean;
  error?: string;
}

/** Numbers of updates after which losses are compared, and the largest relative difference: as in bench/speed-losses.mjs. */
const compared = [0, 1, 5, 20];
const tolerance = 2e-3;
const images = 6000;

const noTime = 'left out: no time was left';

interface Racing {
  row: Row;
  worker: Worker;
  contender: Remote<Contender>;
  failed: Promise<never>;
  all: number[];
  ms: number[];
}

/**
 * Never throws.
 * @param note is told what happens next
 * @param report gets the rows so far, after each opening and each round
 */
export async function runContest(
  network: keyof typeof contests,
  settings: ContestSettings,
  note: (text: string) => void,
  report: (rows: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  const rows: Row[] = [];
  const racing: Racing[] = [];
  for (const [kind, backend] of contests[network]) {
    const row: Row = { network, contender: kind, backend };
    rows.push(row);
    if (isOver(settings)) {
      row.error = noTime;
      continue;
    }
    note(`${network}: ${kind} on ${backend}`);
    const one = start(row);
    racing.push(one);
    await guarded(one, () => open(one, settings));
    await report(rows);
  }
  compareLosses(racing);
  for (const one of racing) if (!isOver(settings)) await guarded(one, () => warmUp(one, settings));
  for (let round = 0; round < settings.rounds; round++) {
    for (const one of racing) if (!isOver(settings)) await guarded(one, () => takeTurn(one, settings));
    await report(rows);
  }
  for (const one of racing) {
    if (!one.row.msPerStep) one.row.error ??= noTime;
    await guarded(one, () => checkThatItLearns(one, settings));
    one.worker.terminate();
  }
  await report(rows);
}

function isOver({ untilMs }: ContestSettings): boolean {
  return performance.now() > untilMs;
}

function start(row: Row): Racing {
  const worker = workers[row.contender as Entrant[0]]();
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }) =>
      reject(new Error(message || 'the worker did not start')),
    );
  });
  failed.catch(() => undefined);
  return { row, worker, contender: wrap<Contender>(worker), failed, all: [], ms: [] };
}

/** Runs the next part of a contender that has not failed yet; if it fails now, its row says why. */
async function guarded(one: Racing, work: () => Promise<void>): Promise<void> {
  if (one.row.error !== undefined) return;
  try {
    await work();
  } catch (error) {
    one.row.error = error instanceof Error ? error.message : String(error);
    one.worker.terminate();
  }
}

/** @throws Error when the contender fails or does not answer */
function answerOf<T>({ failed }: Racing, answer: Promise<T>, { answerMs }: ContestSettings): Promise<T> {
  let timer = 0;
  const late = new Promise<never>((_, reject) => {
    timer = self.setTimeout(() => reject(new Error(`no answer in ${answerMs / 1000} s`)), answerMs);
  });
  return Promise.race([answer, failed, late]).finally(() => clearTimeout(timer));
}

async function open(one: Racing, settings: ContestSettings): Promise<void> {
  const { row, contender } = one;
  const { network, backend } = row;
  // Plain tfjs uses one thread on two cores, and is no faster with more (bench/speed-contests.mjs).
  const threads = row.contender === 'ours' ? navigator.hardwareConcurrency : 1;
  const job = { network: network as NetworkId, images, backend, threads };
  row.runsOn = await answerOf(one, contender.open(job), settings);
  const updates = compared.filter((count) => settings.steps === 0 || count <= settings.steps);
  one.all = await answerOf(one, contender.losses(Math.max(...updates) + 1), settings);
  row.losses = Object.fromEntries(updates.map((count) => [count, one.all[count] ?? Number.NaN]));
}

function compareLosses(racing: readonly Racing[]): void {
  const wanted = racing.find(({ row }) => row.losses)?.row.losses ?? {};
  for (const { row } of racing) {
    if (!row.losses) continue;
    const differences = Object.entries(row.losses).map(([count, loss]) =>
      Math.abs(loss / (wanted[Number(count)] ?? Number.NaN) - 1),
    );
    row.largestDifference = Math.max(...differences);
    row.agrees = row.largestDifference <= tolerance;
  }
}

/** Trains until the code is warm, and finds how many steps fill a turn. */
async function warmUp(one: Racing, settings: ContestSettings): Promise<void> {
  const { turnMs, warmUpMs, steps } = settings;
  const time = (count: number) => answerOf(one, one.contender.time(count), settings);
  if (steps > 0) {
    await time(steps);
    one.row.stepsPerTurn = steps;
    return;
  }
  const cold = 3;
  const count = Math.max(1, Math.ceil((warmUpMs * cold) / (await time(cold))));
  const warmMs = (await time(count)) / count;
  one.row.stepsPerTurn = Math.max(1, Math.round(turnMs / warmMs));
}

async function takeTurn(one: Racing, settings: ContestSettings): Promise<void> {
  const { row, ms } = one;
  const { stepsPerTurn = 1 } = row;
  ms.push((await answerOf(one, one.contender.time(stepsPerTurn), settings)) / stepsPerTurn);
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toPrecision(4));
  row.msPerStep = { median: at(0.5), least: at(0), most: at(1) };
  row.turns = ms.length;
}

async function checkThatItLearns(one: Racing, settings: ContestSettings): Promise<void> {
  const [last = Number.NaN] = await answerOf(one, one.contender.losses(1), settings);
  one.row.learns = last < (one.all[0] ?? Number.NaN);
}
