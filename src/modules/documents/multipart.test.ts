import { once } from 'node:events';
import { request } from 'node:http';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { formReader } from './multipart.ts';

const readMultipart = formReader(1_000_000);
const takeAll = async ({ content }: { content: AsyncIterable<Uint8Array> }) => {
  for await (const _ of content);
};

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

test('a form larger than any page needs is refused by what it says of its length, before any of it is read', async () => {
  const large = form(1000);
  large.headers.set('content-length', '4000001');
  await expect(readMultipart(large, takeAll)).rejects.toThrow('http/too-large');
  expect(large.bodyUsed).toBe(false);
});

test('one that does not say how long it is gets its answer where it passes the measure, and is not read to its end', async () => {
  const app = new Hono().post('/form', async (c) => {
    const refused = await readMultipart(c.req.raw, takeAll).catch((error: Error) => error);
    return c.text(String(refused), 413);
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const posting = request({
    port,
    host: '127.0.0.1',
    path: '/form',
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
  });
  posting.on('error', () => {});
  posting.write('--b\r\nContent-Disposition: form-data; name="plan"; filename="plan.pdf"\r\n\r\n');
  let sent = 0;
  const more = setInterval(() => {
    sent += 500_000;
    posting.write(new Uint8Array(500_000));
  }, 5);
  const [response] = await once(posting, 'response');
  clearInterval(more);
  expect(response.statusCode).toBe(413);
  expect((await response.setEncoding('utf8').toArray()).join('')).toContain('http/too-large');
  expect(sent).toBeLessThan(100_000_000);
  posting.destroy();
  server.close();
});
