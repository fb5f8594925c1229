// The page of bench/gpu/run.mjs, which has no way into the browser: the page posts what it finds. The settings stand in its address.
import { wrap } from 'comlink';
import type { Chooser } from './auto-choice';
import { contests, runContest } from './gpu-contest';
import { devicesHere } from './gpu-devices';

const asked = new URLSearchParams(location.search);
const numberAsked = (name: string) => Number(asked.get(name));
const settings = {
  rounds: numberAsked('rounds'),
  turnMs: numberAsked('turnMs'),
  warmUpMs: numberAsked('warmUpMs'),
  steps: numberAsked('steps'),
  answerMs: numberAsked('answerMs'),
};
const chosen = asked.get('only')?.split(',');

const post = (what: string, body: unknown) =>
  fetch(`/${what}`, { method: 'POST', body: JSON.stringify(body) });
const note = (text: string) => void post('note', text);

/** A failure is an answer too. */
async function choiceOfAuto(): Promise<unknown> {
  const worker = new Worker(new URL('./auto-choice.ts', import.meta.url), { type: 'module' });
  const late = new Promise((resolve) => setTimeout(() => resolve({ error: 'no answer' }), settings.answerMs));
  try {
    return await Promise.race([wrap<Chooser>(worker).choose(), late]);
  } catch (error) {
    return { error: String(error) };
  } finally {
    worker.terminate();
  }
}

const answer = await post('devices', {
  ...(await devicesHere()),
  userAgent: navigator.userAgent,
  isolated: self.crossOriginIsolated,
  cores: navigator.hardwareConcurrency,
});
// null: another way of starting the browser is tried
const go = (await answer.json()) as { forMs: number } | null;
if (go) {
  const untilMs = performance.now() + go.forMs;
  note('auto');
  await post('auto', await choiceOfAuto());
  for (const network of Object.keys(contests) as (keyof typeof contests)[]) {
    if (chosen && !chosen.includes(network)) continue;
    await runContest(network, { ...settings, untilMs }, note, (rows) => post('rows', rows));
  }
  await post('done', await devicesHere());
}
