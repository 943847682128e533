import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Actor } from '#kernel/actor.ts';
import { Id } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import { calendarsTopic } from '#modules/holidays/index.ts';
import { authorise } from '#modules/people/index.ts';
import type { HttpEnv } from '#platform/http/index.ts';
import type { App } from '../app.ts';

/** So often a silent stream says that it is alive (milliseconds): proxies cut what is silent for a minute. */
const heartbeat = 25_000;

/** A page listens to one thing or two; each topic is asked about in the database. */
const mostTopics = 20;

/** Whether the actor may hear of a topic: of a department's queue, a case, a request, or an application. */
async function authoriseTopic(app: App, actor: Actor, topic: string): Promise<void> {
  const [kind, id = ''] = topic.split(':');
  if (topic === calendarsTopic) return authorise(actor, 'calendar:change');
  if (kind === 'department') return authorise(actor, 'queue:read', { departmentId: id });
  if (!Id.safeParse(id).success) throw new Problem('http/not-found');
  if (kind === 'case') return void (await app.cases.getCase(actor, id));
  if (kind === 'request') return void (await app.requests.getRequest(actor, id));
  if (kind === 'application') return app.applications.assertMayRead(actor, id);
  throw new Problem('http/not-found');
}

/**
 * `/live?topic=…`: server-sent events that say "something changed, look again", never what: the page asks for it
 * with its own rights. At most twenty `topic` parameters.
 */
export function liveRoutes(app: App): Hono<HttpEnv> {
  return new Hono<HttpEnv>().get('/live', async (c) => {
    const topics = c.req.queries('topic') ?? [];
    if (topics.length === 0 || topics.length > mostTopics) throw new Problem('http/invalid');
    for (const topic of topics) await authoriseTopic(app, c.var.actor, topic);
    // Proxies must not collect events before they pass them on.
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      const tell = () => void stream.writeSSE({ event: 'news', data: '' });
      const leave = topics.map((topic) => app.live.subscribe(topic, tell));
      stream.onAbort(() => leave.forEach((stop) => void stop()));
      await stream.writeSSE({ event: 'ready', data: '' });
      while (!stream.aborted) {
        await stream.sleep(heartbeat);
        await stream.write(': alive\n\n');
      }
    });
  });
}
