import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { AddToCase, ApplyAgain, FileApplication, SupplyAsked, Withdraw } from '#modules/applications/index.ts';
import { sealDerivation } from '#modules/calendar/index.ts';
import type { HttpEnv } from '#platform/http/index.ts';
import type { App } from '../../app.ts';
import { body, bodyProblems, IdParam, json, LocalizedText, problems } from './shapes.ts';

const Filed = z
  .object({
    id: z.uuid(),
    number: z.string(),
    filedAt: z.iso.datetime(),
    receivedOn: z.iso.date().describe('Legal date of receipt.'),
    endsOn: z.iso.date().describe('The earliest end as it was planned at the filing.'),
    digest: z.string().describe('SHA-256 of what was filed, hexadecimal.'),
  })
  .openapi('FiledApplication');

const Part = z.object({
  key: z.string(),
  kind: z.string(),
  name: LocalizedText,
  ownerId: z.string(),
  status: z.string(),
  caseId: z.uuid().optional(),
  caseNumber: z.string().optional(),
  asks: z
    .array(
      z.object({
        id: z.uuid(),
        text: z.string(),
        dueOn: z.iso.date(),
        suppliedAt: z.iso.datetime().optional(),
      }),
    )
    .describe('What the officer asked the applicant to supply.'),
  additions: z
    .array(z.object({ id: z.uuid(), at: z.iso.datetime(), note: z.string() }))
    .describe('What the applicant added unasked.'),
  mayAdd: z.boolean().describe('The case is under way: `additions` begins an addition.'),
  mayApplyAgain: z.boolean().describe('Refused: it can be corrected and applied for again.'),
  result: z
    .object({
      outcome: z.enum(['granted', 'refused', 'rejected']),
      text: z.string(),
      grounds: z.array(
        z.object({
          text: LocalizedText,
          clause: z.string().optional(),
          cure: LocalizedText.optional(),
          fields: z.array(z.string()).describe('Elements to correct.'),
        }),
      ),
    })
    .optional(),
  since: z.string().optional(),
  dueOn: z.iso.date().optional(),
  provisional: z.boolean().optional().describe('The date relies on days whose calendar is not published yet.'),
  derivation: z
    .unknown()
    .optional()
    .describe('Why the date is what it is, sealed; `berdem deadline verify` recomputes it.'),
});
const Followed = Filed.omit({ id: true })
  .extend({
    applicationId: z.uuid(),
    now: z
      .object({
        endsOn: z.iso.date(),
        provisional: z.boolean().describe('The end relies on days whose calendar is not published yet.'),
      })
      .describe('The earliest end as it is today.'),
    parts: z.array(Part),
  })
  .openapi('FollowedApplication');

const file = createRoute({
  method: 'post',
  path: '/applications',
  summary: 'File a draft',
  description: 'Idempotent: filing the same draft again gives the same application.',
  tags: ['Applications'],
  request: { body: body(FileApplication, { draftId: '0193a1f0-0000-7000-8000-000000000001', language: 'ru' }) },
  responses: {
    201: json(Filed, 'The application; every department has its case.'),
    ...problems(401, 404, 409, 429, ...bodyProblems),
  },
});

const follow = createRoute({
  method: 'get',
  path: '/applications/{id}',
  summary: 'Where every part of an application stands',
  tags: ['Applications'],
  request: { params: IdParam },
  responses: { 200: json(Followed, 'The application with its parts.'), ...problems(401, 404, 422) },
});

const again = createRoute({
  method: 'post',
  path: '/applications/{id}/corrections',
  summary: 'Begin the correction of a refused service',
  description:
    'A draft within the application that keeps everything filed; filing it (`POST /applications`) opens the next case of ' +
    'the same application. One draft a case: asked twice, the same draft is given.',
  tags: ['Applications'],
  request: {
    params: IdParam,
    body: body(ApplyAgain.omit({ applicationId: true }), { caseId: '0193a1f0-0000-7000-8000-000000000001' }),
  },
  responses: {
    201: json(z.object({ id: z.uuid() }), 'The draft to correct and file.'),
    ...problems(401, 404, 409, ...bodyProblems),
  },
});

const supply = createRoute({
  method: 'post',
  path: '/applications/{id}/supplies',
  summary: 'Begin to supply what an officer asked for',
  description:
    'A draft with just the fields asked for; filing it (`POST /applications`) adds the answers to the case beside what was ' +
    'filed. Asked twice, the same draft is given.',
  tags: ['Applications'],
  request: {
    params: IdParam,
    body: body(SupplyAsked.omit({ applicationId: true }), {
      caseId: '0193a1f0-0000-7000-8000-000000000001',
      askId: '0193a1f0-0000-7000-8000-000000000002',
    }),
  },
  responses: {
    201: json(z.object({ id: z.uuid() }), 'The draft to fill in and file.'),
    ...problems(401, 404, 409, ...bodyProblems),
  },
});

const addition = createRoute({
  method: 'post',
  path: '/applications/{id}/additions',
  summary: 'Begin to add to a case unasked',
  description:
    'A draft for a word, documents and corrected answers; filing it (`POST /applications`) adds them to the case beside what ' +
    'was filed. The term runs on.',
  tags: ['Applications'],
  request: {
    params: IdParam,
    body: body(AddToCase.omit({ applicationId: true }), { caseId: '0193a1f0-0000-7000-8000-000000000001' }),
  },
  responses: {
    201: json(z.object({ id: z.uuid() }), 'The draft to fill in and file.'),
    ...problems(401, 404, 409, ...bodyProblems),
  },
});

const withdrawal = createRoute({
  method: 'post',
  path: '/applications/{id}/withdrawal',
  summary: 'Withdraw one case with what waits for it, or everything that has not ended',
  tags: ['Applications'],
  request: {
    params: IdParam,
    body: body(Withdraw.omit({ applicationId: true }), { caseId: '0193a1f0-0000-7000-8000-000000000001' }),
  },
  responses: {
    204: { description: 'Withdrawn; the departments are told.' },
    ...problems(401, 404, 409, ...bodyProblems),
  },
});

/** Filing, following, applying again and giving up. */
export function applicationRoutes({ applications }: App): OpenAPIHono<HttpEnv> {
  return new OpenAPIHono<HttpEnv>()
    .openapi(file, async (c) => {
      const filed = await applications.file(c.var.actor, c.req.valid('json'));
      const { id, number, filedAt, receivedOn, endsOn, digest } = filed;
      return c.json({ id, number, filedAt, receivedOn, endsOn, digest }, 201);
    })
    .openapi(again, async (c) => {
      const input = { applicationId: c.req.valid('param').id, ...c.req.valid('json') };
      return c.json(await applications.applyAgain(c.var.actor, input), 201);
    })
    .openapi(supply, async (c) => {
      const input = { applicationId: c.req.valid('param').id, ...c.req.valid('json') };
      return c.json(await applications.supply(c.var.actor, input), 201);
    })
    .openapi(addition, async (c) => {
      const input = { applicationId: c.req.valid('param').id, ...c.req.valid('json') };
      return c.json(await applications.addToCase(c.var.actor, input), 201);
    })
    .openapi(withdrawal, async (c) => {
      const { caseId } = c.req.valid('json');
      const input = { applicationId: c.req.valid('param').id, ...(caseId ? { caseId } : {}) };
      await applications.withdraw(c.var.actor, input);
      return c.body(null, 204);
    })
    .openapi(follow, async (c) => {
      const { applicationId, number, filedAt, receivedOn, endsOn, digest, now, parts } = await applications.follow(
        c.var.actor,
        c.req.valid('param').id,
      );
      const today = { endsOn: now.plan.endsOn, provisional: now.plan.provisional };
      const filed = { applicationId, number, filedAt, receivedOn, endsOn, digest };
      return c.json({ ...filed, now: today, parts: parts.map(partOf) }, 200);
    });
}

type FollowedPart = Awaited<ReturnType<App['applications']['follow']>>['parts'][number];

const partOf = ({
  result,
  due,
  mayApplyAgain,
  mayAdd,
  asks,
  additions,
  ...part
}: FollowedPart): z.infer<typeof Part> => {
  const { key, kind, name, ownerId, status, caseId, caseNumber, since } = part;
  return {
    key,
    kind,
    name,
    ownerId,
    status,
    asks: asks.map(({ id, text, dueOn, suppliedAt }) => ({ id, text, dueOn, ...(suppliedAt ? { suppliedAt } : {}) })),
    additions: additions.map(({ id, at, note }) => ({ id, at, note })),
    mayAdd,
    mayApplyAgain: mayApplyAgain !== undefined,
    ...(caseId ? { caseId } : {}),
    ...(caseNumber ? { caseNumber } : {}),
    ...(since ? { since } : {}),
    ...(due ? datesOf(due) : {}),
    ...(result ? { result: resultOf(result) } : {}),
  };
};

const datesOf = ({ on, derivation }: NonNullable<FollowedPart['due']>) => ({
  dueOn: on,
  provisional: derivation.provisional,
  derivation: sealDerivation(derivation),
});

const resultOf = ({ outcome, text, grounds }: NonNullable<FollowedPart['result']>) => ({
  outcome,
  text,
  grounds: grounds.map(({ fields, clause, cure, text: words }) => ({
    text: words,
    fields: fields.map(({ id }) => id),
    ...(clause ? { clause } : {}),
    ...(cure ? { cure } : {}),
  })),
});
