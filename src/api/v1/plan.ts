import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { PlanWhatIf } from '#modules/applications/index.ts';
import type { HttpEnv } from '#platform/http/index.ts';
import type { App } from '../../app.ts';
import { body, bodyProblems, json, LocalizedText, problems } from './shapes.ts';

const Money = z.object({
  amount: z.number().int().describe('Minor units.'),
  currency: z.string(),
  reason: LocalizedText.optional().describe('Which law sets it, or why it is free.'),
});

const Item = z.object({
  key: z.string(),
  kind: z.enum(['service', 'outside', 'own']),
  ownerId: z.string().describe('Department, agency or `applicant`.'),
  status: z.enum(['needed', 'check']),
  reason: LocalizedText,
  needs: z.array(z.string()).describe('Items that must end first.'),
  term: z.object({ amount: z.number().int(), unit: z.string() }),
  termCase: LocalizedText.optional().describe('The case in which this term holds, where it is not the usual one.'),
  open: z
    .array(z.enum(['term', 'fee']))
    .optional()
    .describe('What answers not given yet may still shorten or lower; the longest term and the highest fee stand.'),
  estimated: z.boolean().describe('A guess, which `estimates` may replace; not law.'),
  starts: z.iso.date(),
  ends: z.iso.date(),
  slackDays: z.number().int().describe('Working days it may start later without moving the end.'),
  critical: z.boolean(),
  fee: Money,
});

const PlanShape = z
  .object({
    startsOn: z.iso.date(),
    endsOn: z.iso.date().describe('The earliest day by which everything is done if every body uses its whole term.'),
    provisional: z.boolean().describe('The end relies on a year whose calendar is not published.'),
    criticalPath: z.array(z.string()),
    fees: z.number().int(),
    askedOnceSavings: z.number().int(),
    items: z.array(Item),
  })
  .openapi('Plan');

const Mistakes = z.object({ errors: z.array(z.object({ field: z.string(), code: z.string() })) });
const refused = problems(404, 429, ...bodyProblems);

const whatIf = createRoute({
  method: 'post',
  path: '/plan',
  summary: 'What if: the plan of a situation under answers, place, applicant, day and lengths of work; stores nothing',
  tags: ['Plan'],
  request: {
    body: body(PlanWhatIf, {
      situationId: 'build-office',
      triage: { land: 'own' },
      applicant: { kind: 'organisation' },
      startsOn: '2026-11-24',
      estimates: { sketch: { amount: 10, unit: 'workingDays' } },
    }),
  },
  responses: {
    ...refused,
    200: json(PlanShape, 'The plan.'),
    422: {
      description: 'The place cannot be found, or what was sent is no question.',
      content: { ...json(Mistakes, '').content, ...refused[422]?.content },
    },
  },
});

/** Plans without a draft. */
export function planRoutes({ applications }: App): OpenAPIHono<HttpEnv> {
  const routes = new OpenAPIHono<HttpEnv>();
  routes.openapi(whatIf, async (c) => {
    const made = await applications.planWhatIf(c.req.valid('json'));
    if (!made.ok) return c.json({ errors: made.error.map(({ field, code }) => ({ field, code })) }, 422);
    // Only what is described: the shape drops the rest.
    return c.json(PlanShape.parse(made.value), 200);
  });
  return routes;
}
