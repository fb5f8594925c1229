// The progress of a training as a line of text: rewritten in place on a terminal, now and then a new one elsewhere.

/** @typedef {import('./page/training').Progress} Progress */

const barWidth = 24;
/** Where each line stays, one every so often is enough. */
const everyMs = 5000;

/**
 * @param {Progress} progress
 * @param {number} elapsedMs since the first step was seen
 * @param {number} fromStep the step that was seen first
 */
export function progressText({ stage, step, total, epoch, loss, imagesPerSecond }, elapsedMs, fromStep) {
  if (step === 0 || total === null) return stage;
  const share = Math.min(1, step / total);
  const full = Math.round(share * barWidth);
  const parts = [
    `[${'#'.repeat(full)}${'-'.repeat(barWidth - full)}] ${Math.floor(share * 100)} %`,
    `step ${step}/${total}`,
    `epoch ${epoch.toFixed(2)}`,
  ];
  if (loss !== null) parts.push(`loss ${loss.toPrecision(4)}`);
  if (imagesPerSecond > 0) parts.push(`${Math.round(imagesPerSecond)} samples/s`);
  if (step < total && step > fromStep && elapsedMs > 1000) {
    parts.push(`${durationText(((total - step) * elapsedMs) / (step - fromStep) / 1000)} left`);
  }
  return parts.join('  ');
}

/** @param {number} seconds */
export function durationText(seconds) {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/**
 * Shows progress on a stream.
 *
 * @param {{ write: (text: string) => unknown, isTTY?: boolean, columns?: number }} stream
 * @param {() => number} now in milliseconds
 */
export function createProgressLine(stream, now = () => performance.now()) {
  /** @type {{ step: number, atMs: number } | null} */
  let first = null;
  let shown = '';
  let shownAtMs = -Infinity;
  let lastStage = '';
  return {
    /** @param {Progress} progress */
    show(progress) {
      if (progress.restarted !== undefined) this.note(progress.restarted);
      if (progress.step > 0) first ??= { step: progress.step, atMs: now() };
      const text = progressText(progress, now() - (first?.atMs ?? 0), first?.step ?? 0);
      if (text === shown) return;
      if (stream.isTTY) {
        stream.write(`\r\x1b[K${text.slice(0, (stream.columns ?? 100) - 1)}`);
      } else {
        const isDue = progress.step === progress.total || now() - shownAtMs >= everyMs;
        if (progress.step > 0 ? !isDue : text === lastStage) return;
        lastStage = text;
        stream.write(`${text}\n`);
      }
      shown = text;
      shownAtMs = now();
    },
    /** Writes a line of its own. @param {string} text */
    note(text) {
      stream.write(stream.isTTY ? `\r\x1b[K${text}\n` : `${text}\n`);
    },
    /** Leaves the last state standing. */
    end() {
      if (stream.isTTY && shown !== '') stream.write('\n');
    },
  };
}
