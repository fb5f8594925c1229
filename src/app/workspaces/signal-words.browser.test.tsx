// What the page says when the data are signals: nothing on it, and nothing that is read out, calls them images.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { signalsInfo } from '../../core/samples/testing/other-infos';
import { exploredCodes, exploredExperiment } from '../../session/testing/explored-set';
import {
  codeStatisticsEvent,
  evaluationEvent,
  progressEvent,
  startedEvent,
} from '../../session/testing/fake-engine';
import { snapshotEvent } from '../../session/testing/snapshot-event';
import { createTestSession } from '../../session/testing/test-session';
import { openApp } from '../app-for-tests';

let close: () => void;

async function open(address: string): Promise<void> {
  location.hash = address;
  const experiment = { ...exploredExperiment, dataset: 'own:0123456789abcdef' as const };
  const { session, engine } = createTestSession({ experiment });
  close = openApp(session, { address: true });
  await expect.poll(() => engine.runId()).not.toBe('');
  const runId = engine.runId();
  engine.emit(startedEvent(runId, experiment, signalsInfo));
  engine.emit({ type: 'stage', runId, stage: 'ready', message: { code: 'stage.ready' } });
  engine.emit(snapshotEvent(runId, 0, experiment, signalsInfo.shape));
  engine.emit(exploredCodes(runId));
  engine.emit(progressEvent(runId, 3, [0.3, 0.2, 0.1]));
  engine.emit(evaluationEvent(runId));
  engine.emit(evaluationEvent(runId, { scope: 'subset', count: 500 }));
  engine.emit(codeStatisticsEvent(runId, [0.5, 0.5]));
}

beforeEach(() => page.viewport(1440, 900));
afterEach(() => {
  close();
  location.hash = '#train';
});

/**
 * Names that people's tests and assistive technology rely on, whatever the data are (the names of DESIGN.md); a button
 * has the words that are seen behind its name.
 */
const fixed = /^(About )?(Images per second|Mean image MSE|The same images)( \([^)]*\))?$/;

/** All that is written or read out: text, also hidden descriptions, and accessible names. */
function said(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.closest('style, script')) texts.push(node.textContent ?? '');
  }
  const named = [...document.querySelectorAll('[aria-label], [aria-valuetext]')];
  return [...texts, ...named.map((one) => one.getAttribute('aria-label') ?? '')];
}

it.each(['#train', '#explore', '#explore/generate', '#compare'])('in %s', async (address) => {
  await open(address);
  await expect.poll(() => said().join(' ')).toMatch(/\bsamples?\b/);
  const wrong = said().filter((text) => /\b(images?|pixels?)\b/i.test(text.replace(fixed, '')));
  expect(wrong).toEqual([]);
});
