// HTTP headers of the page and its files.
import { expect, test } from './story';

test('content types are not sniffed, and no referrer is sent', async ({ request }) => {
  for (const path of ['/', '/favicon.svg', '/data/mnist/manifest.json']) {
    const headers = (await request.get(path)).headers();
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['referrer-policy'], path).toBe('no-referrer');
    expect(headers['content-type'], path).toBeTruthy();
    expect(headers['permissions-policy'], path).toMatch(/^microphone=\(self\), camera=\(\)/);
  }
});

test('the content security policy allows scripts and styles from this origin only, in the headers and in the page', async ({
  request,
}) => {
  const response = await request.get('/');
  const inHeader = response.headers()['content-security-policy'] ?? '';
  expect(inHeader).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(inHeader).toContain("style-src 'self'");
  expect(inHeader).toContain("frame-ancestors 'none'");
  expect(inHeader).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  const inPage =
    /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(await response.text())?.[1] ?? '';
  const directives = (policy: string) => policy.replaceAll('&#39;', "'").split('; ');
  expect([...directives(inPage), "frame-ancestors 'none'"]).toEqual(directives(inHeader));
  // A worker has the policy of its own response.
  const script = /src="\.?(\/assets\/[^"]*\.js)"/.exec(await response.text())?.[1] ?? '';
  expect(script).not.toBe('');
  expect((await request.get(script)).headers()['content-security-policy']).toBe(inHeader);
});

test('a shard is binary and has no content encoding', async ({ request }) => {
  const manifest = (await (await request.get('/data/mnist/manifest.json')).json()) as {
    test: { shards: { file: string }[] };
  };
  const headers = (await request.get(`/data/mnist/${manifest.test.shards[0]?.file ?? ''}`)).headers();
  expect(headers['content-type']).toBe('application/octet-stream');
  expect(headers['content-encoding']).toBeUndefined();
});

test("Vite's manifest is not served", async ({ request }) => {
  expect((await request.get('/.vite/manifest.json')).status()).toBe(404);
});
