// A class: the teacher makes a link that hides and locks controls, a student opens it, trains and prints the results.
import { expect, test } from './story';
import { Playground, tinyNetwork } from './playground';

/** Pages of a PDF: its page objects. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test('a teacher’s link hides and locks what was ticked, and the run prints on one page', async ({
  page,
  playground,
  context,
}) => {
  await playground.openReady(tinyNetwork);
  await playground.button('Share').click();
  await playground.notices.getByRole('button', { name: 'Teacher’s link' }).click();
  const dialog = page.getByRole('dialog', { name: 'Teacher’s link' });
  await dialog.getByRole('checkbox', { name: 'Hide All of Noise' }).check();
  await dialog.getByRole('checkbox', { name: 'Lock All of Training' }).check();
  await dialog.getByRole('checkbox', { name: 'Lock Reset' }).check();
  await dialog.getByRole('textbox', { name: 'Text', exact: true }).fill('Train, then look at <b>the 4</b>.');
  await expect(dialog.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  const link = await dialog.getByRole('textbox', { name: 'Link', exact: true }).inputValue();

  const student = new Playground(await context.newPage());
  await student.page.goto(link);
  await student.measured(0);
  const note = student.page.getByRole('complementary', { name: 'Note with this link' });
  await expect(note).toContainText('look at <b>the 4</b>.');
  await expect(student.choice('Noise')).toHaveCount(0);
  await expect(student.slider('Learning rate')).toBeDisabled();
  await expect(student.slider('Learning rate')).toHaveAccessibleDescription('Locked by the link');
  await expect(student.reset).toBeDisabled();

  await student.startTraining();
  await student.trainedBeyond(20);
  const step = await student.stopTraining();
  await student.page.keyboard.press('r');
  // Another experiment keeps the link, and so does a reload.
  await student.slider('Bottleneck size').press('ArrowRight');
  await expect(student.page).toHaveURL(/codeSize=3.*teach=1/);
  await student.page.reload();
  await expect(student.choice('Noise')).toHaveCount(0);
  await student.until('Step', (value) => value === step, 'is kept');
  await student.button('Unlock everything').click();
  await expect(student.choice('Noise')).toBeVisible();
  await expect(student.slider('Learning rate')).toBeEnabled();

  await student.button('Share').click();
  await student.notices.getByRole('button', { name: 'Results sheet' }).click();
  const sheet = student.page.getByRole('article', { name: 'Results sheet' });
  await expect(sheet).toContainText('Undercomplete · code 3 · MNIST');
  await expect(sheet.getByRole('img', { name: 'QR code of the link to this experiment' })).toBeVisible();
  await expect(sheet.locator('svg path').first()).toBeAttached();
  for (const format of ['A4', 'Letter']) {
    expect(pagesOf(await student.page.pdf({ format })), `pages of ${format}`).toBe(1);
  }
});
