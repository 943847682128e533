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
