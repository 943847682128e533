/** The web process of the filing benchmark: the product's own app and HTTP, without pages and rate limits. */
import { serve } from '@hono/node-server';
import { createHttp } from '../../src/http.ts';
import { openCity } from './city.ts';

/** Told once it can be asked. */
export type WebStarted = Readonly<{ port: number }>;

const many = { hits: 1_000_000_000, seconds: 600 };
const limits = { 'sign-in': many, filing: many, upload: many, tracking: many };

const { app } = await openCity({ DATABASE_POOL: '16', ...(process.env as Record<string, string>) });
const http = await createHttp(app, { limits, pages: false });
serve({ fetch: http.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  process.send?.({ port } satisfies WebStarted),
);
process.on('disconnect', () => process.exit());
