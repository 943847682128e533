import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { actorKey } from '#kernel/actor-key.ts';
import { Problem } from '#kernel/problem.ts';
import type { Clock } from '#platform/clock.ts';
import type { Executor } from '#platform/db/index.ts';
import type { HttpEnv } from './env.ts';
import { countHit, deleteWindows, type Hits } from './rate-limit-store.ts';

/** So many requests of one caller in any stretch of so many seconds. */
export type RateLimit = Readonly<{ hits: number; seconds: number }>;

/** Limits by name; generous for people, narrow for programs that guess. An office behind one address shares them. */
export const rateLimits = {
  'sign-in': { hits: 200, seconds: 300 },
  filing: { hits: 30, seconds: 600 },
  upload: { hits: 120, seconds: 600 },
  tracking: { hits: 60, seconds: 300 },
} as const satisfies Record<string, RateLimit>;
export type RateLimitName = keyof typeof rateLimits;

/** Windows are forgotten when their day is over: the counters are no register of visitors. */
const kept = { hours: 24 };
/** One in so many hits also sweeps. */
const sweepEvery = 1000;

/**
 * Hits within the last `seconds`, estimated: the part of the previous window that is still within reach, as if its hits
 * had come evenly, and the running window. `elapsed` is the part (0 to 1) of the running window that is over.
 */
export const slidingHits = (hits: Hits, elapsed: number): number => hits.previous * (1 - elapsed) + hits.current;

/** IPv6 subscribers hold a /64: one counter for all of it. */
const network = (address: string): string =>
  address.includes(':') && !address.startsWith('::ffff:') ? address.split(':').slice(0, 4).join(':') : address;

/** Who is counted: the signed-in human, or the address. */
const counted = (c: Context<HttpEnv>): string =>
  c.var.actor.kind === 'anonymous' ? `address:${network(c.var.caller.address)}` : actorKey(c.var.actor);

type LimiterDeps = Readonly<{
  db: Executor;
  clock: Clock;
  limits?: Readonly<Record<RateLimitName, RateLimit>>;
}>;

/**
 * Counts requests in the database, so that any number of processes share the count.
 * `rateLimit(name)` refuses with `http/rate-limited` (429, `Retry-After`) when the caller asked too often. Pages `count`
 * themselves: a page answers under more spellings of its address than a route here would know.
 */
export function createRateLimiter({ db, clock, limits = rateLimits }: LimiterDeps) {
  /** Counts one hit of `who`; returns how many seconds to wait, 0 when there is no need. */
  async function hit(name: RateLimitName, who: string): Promise<number> {
    const { hits, seconds } = limits[name];
    const now = clock.now().epochMilliseconds;
    const windowMs = seconds * 1000;
    const start = now - (now % windowMs);
    const key = createHash('sha256').update(`${name}:${who}`).digest('base64url');
    const instant = Temporal.Instant.fromEpochMilliseconds;
    const counts = await countHit(db, { key, windowStart: instant(start), windowBefore: instant(start - windowMs) });
    if (Math.random() * sweepEvery < 1) await deleteWindows(db, clock.now().subtract(kept));
    const isOver = slidingHits(counts, (now - start) / windowMs) > hits;
    return isOver ? Math.ceil((start + windowMs - now) / 1000) : 0;
  }

  async function count(c: Context<HttpEnv>, name: RateLimitName): Promise<void> {
    const retryAfter = await hit(name, counted(c));
    if (retryAfter > 0) throw new Problem('http/rate-limited', { retryAfter });
  }

  const rateLimit =
    (name: RateLimitName): MiddlewareHandler<HttpEnv> =>
    async (c, next) => {
      await count(c, name);
      return next();
    };

  return { hit, count, rateLimit };
}

export type RateLimiter = ReturnType<typeof createRateLimiter>;
