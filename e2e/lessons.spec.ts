// A lesson, by keyboard and by the real controls: read, begun, taken up after a reload, done, and left with everything as it was.
import { tinyNetwork } from './playground';
import { expect, test } from './story';

test('a lesson checks what happens on the playground, and gives back what was there before', async ({
  page,
  playground,
}) => {
  await playground.openReady(tinyNetwork);
  await playground.step.click();
  await playground.until('Step', (step) => step === 1, 'is made');

  await page.getByRole('link', { name: 'Learn', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Lessons', exact: true }).getByRole('listitem')).toHaveCount(
    13,
  );
  await page.getByRole('link', { name: 'What an autoencoder is' }).click();
  await expect(page).toHaveURL(/#learn\/autoencoder$/);
  const lesson = page.getByRole('region', { name: 'Lesson', exact: true });
  await expect(lesson).toContainText('How long until you can recognise');
  await lesson.getByRole('button', { name: 'Start', exact: true }).press('Enter');

  const next = lesson.getByRole('button', { name: 'Continue', exact: true });
  await next.press('Enter');
  await expect(next).toBeDisabled();
  await lesson.getByRole('radio', { name: 'Minutes' }).press('Space');
  await next.press('Enter');
  await expect(lesson).toContainText('Press Train: it takes 300 steps.');
  await expect(next).toBeDisabled();

  await page.reload();
  await expect(lesson).toContainText('Press Train: it takes 300 steps.');
  await playground.train.click();
  await expect(lesson.getByText('Done', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(playground.train).toBeVisible();
  expect(await playground.value('Step')).toBeGreaterThanOrEqual(300);
  await next.press('Enter');
  await expect(lesson).toContainText('You predicted');
  await expect(lesson).toContainText('It came out differently.');
  const progress = lesson.getByRole('status', { name: 'Lesson progress', exact: true });
  await expect(progress).toHaveAttribute('data-value', /^0\.[678]/);

  await page.keyboard.press('Escape');
  await expect(lesson.getByRole('button', { name: 'Show the lesson' })).toBeVisible();
  await lesson.getByRole('button', { name: 'Leave the lesson' }).click();
  await expect(lesson).toHaveCount(0);
  await playground.until('Step', (step) => step === 1, 'is that of before');
  await expect(page).toHaveURL(/codeSize=2/);
});
