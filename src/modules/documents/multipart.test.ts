import { expect, test } from 'vitest';
import { readMultipart } from './multipart.ts';

/** A form with a large file in the middle, as a browser sends it. */
function form(size: number): Request {
  const data = new FormData();
  data.append('before', 'one');
  data.append('plan', new File([new Uint8Array(size)], 'plan.pdf', { type: 'application/pdf' }));
  data.append('after', 'two');
  return new Request('http://city.test/form', { method: 'POST', body: data });
}

test('a file that is refused half-read does not stop the form: what was typed after it arrives too', async () => {
  const { fields, files } = await readMultipart(form(3_000_000), async ({ content }) => {
    for await (const chunk of content) if (chunk.byteLength > 0) return 'too large';
    return 'empty';
  });
  expect(files).toEqual(['too large']);
  expect(fields).toEqual([
    ['before', 'one'],
    ['after', 'two'],
  ]);
});

test('a form that breaks off in the middle is said to be unreadable, and the city does not wait for the rest', async () => {
  const whole = await form(1000).arrayBuffer();
  const type = `multipart/form-data; boundary=${new TextDecoder().decode(whole).slice(2, 40).split('\r')[0]}`;
  const broken = new Request('http://city.test/form', {
    method: 'POST',
    headers: { 'content-type': type },
    body: whole.slice(0, 400),
  });
  const reading = readMultipart(broken, async ({ content }) => Array.fromAsync(content));
  await expect(reading).rejects.toThrow('documents/unreadable-form');
});
