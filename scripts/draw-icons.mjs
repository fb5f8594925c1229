// Draws the icons of the installed page from the logo: `node scripts/draw-icons.mjs`, after the logo has changed. What it draws is in
// the repository, so that a build needs no browser.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { ensureChromium } from './chromium.mjs';
import { projectRoot, runIfProgram } from './project.mjs';

/** A maskable icon is cut to a shape of the system's: what matters lies within the middle four fifths. */
const icons = [
  { name: '192.png', size: 192, logo: 0.78, corner: 0.2 },
  { name: '512.png', size: 512, logo: 0.78, corner: 0.2 },
  { name: 'maskable-512.png', size: 512, logo: 0.56, corner: 0 },
];

await runIfProgram(import.meta.url, async () => {
  const logo = readFileSync(join(projectRoot, 'public', 'favicon.svg'), 'utf8');
  const folder = join(projectRoot, 'public', 'icons');
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: ['--no-sandbox'] });
  const page = await browser.newPage();
  for (const { name, size, logo: share, corner } of icons) {
    await page.setViewportSize({ width: size, height: size });
    const inset = (size * (1 - share)) / 2;
    await page.setContent(
      `<style>html,body{margin:0;background:transparent}div{box-sizing:border-box;width:${size}px;height:${size}px;` +
        `padding:${inset}px;background:#f7f6f2;border-radius:${corner * size}px}svg{display:block}</style><div>${logo}</div>`,
    );
    writeFileSync(join(folder, name), await page.screenshot({ omitBackground: true }));
  }
  await browser.close();
});
