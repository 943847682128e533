import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { PlanWhatIf, type WhatIf } from '#modules/applications/index.ts';
import { sealDerivation } from '#modules/calendar/index.ts';
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
  derivation: z
    .unknown()
    .optional()
    .describe('The whole reason of the last day; `hypothetical` where it holds only under what was supposed.'),
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
    leftOut: z
      .array(z.string())
      .optional()
      .describe(
        'Items left out at the wish of the applicant: only an officer’s check would tell whether they are needed.',
      ),
  })
  .openapi('Plan');

const Move = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  days: z.number().int().describe('Calendar days; negative when it comes nearer.'),
});
const Length = z.object({ amount: z.number().int(), unit: z.string() });

const OtherChoiceShape = z
  .object({
    questionId: z.string(),
    value: z.string().describe('The other answer.'),
    choosable: z.boolean().describe('The applicant decides it; otherwise it is something not certain yet.'),
    endsOn: z.iso.date(),
    days: z.number().int().describe('Calendar days by which the end comes later.'),
    fees: z.number().int().describe('Minor units.'),
    feeChange: z.number().int(),
    documents: z.number().int().describe('Documents the applicant brings, each once.'),
    documentsChange: z.number().int(),
    added: z.array(z.string()).describe('Items that come.'),
    dropped: z.array(z.string()).describe('Items that go.'),
    asks: z.array(z.string()).describe('Questions that the answer opens.'),
  })
  .openapi('OtherChoice');

const SupposedShape = z
  .object({
    plan: PlanShape.describe('The plan as it would be.'),
    difference: z.object({
      end: Move.extend({ words: LocalizedText }),
      items: z
        .array(
          z.object({
            key: z.string(),
            starts: Move,
            ends: Move,
            term: z.object({ from: Length, to: Length }).optional(),
            words: LocalizedText,
          }),
        )
        .describe('Items that start or end on another day, or take another term.'),
      effects: z
        .array(
          z.object({
            supposition: z.unknown().describe('What was supposed, as one change.'),
            alone: z.number().int().describe('Days by which it alone would move the end.'),
            decides: z.number().int().describe('Days by which the end would be another without it.'),
            inPlan: z.boolean(),
            words: LocalizedText,
          }),
        )
        .describe('Which change moved the end.'),
      requests: z.array(
        z.object({
          serviceId: z.string(),
          requestId: z.string(),
          answer: Move.describe('Last day for the answer, if it is sent when the service starts.'),
          beyond: z.boolean().describe('The answer may come after the service is due.'),
          words: LocalizedText,
        }),
      ),
    }),
  })
  .openapi('SupposedPlan');

const WhatIfShape = PlanShape.extend({
  otherChoices: z.array(OtherChoiceShape).describe('What other answers would make of the plan.'),
  supposed: SupposedShape.optional().describe('Present when terms or a calendar were supposed.'),
}).openapi('WhatIf');

const Mistakes = z.object({ errors: z.array(z.object({ field: z.string(), code: z.string() })) });
const refused = problems(404, 429, ...bodyProblems);

const whatIf = createRoute({
  method: 'post',
  path: '/plan',
  summary:
    'What if: the plan under answers, place, applicant, day, lengths of work, other terms or calendars; stores nothing',
  tags: ['Plan'],
  request: {
    body: body(PlanWhatIf, {
      situationId: 'build-office',
      triage: { land: 'own' },
      applicant: { kind: 'organisation' },
      startsOn: '2026-11-24',
      estimates: { sketch: { amount: 10, unit: 'workingDays' } },
      suppose: {
        terms: [{ serviceId: 'urban-plan', amount: 5, unit: 'workingDays' }],
        calendar: { off: ['2026-12-31'] },
      },
    }),
  },
  responses: {
    ...refused,
    200: json(WhatIfShape, 'The plan, and the plan as it would be.'),
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
    return c.json(WhatIfShape.parse(shown(made.value)), 200);
  });
  return routes;
}

/** Both plans with the reason of every date, the difference with its sentences. */
function shown({ plan, derivations, otherChoices, supposed }: WhatIf) {
  const answer = { ...withReasons(plan, derivations), otherChoices };
  if (supposed === undefined) return answer;
  const { difference, words } = supposed;
  return {
    ...answer,
    supposed: {
      plan: withReasons(supposed.plan, supposed.derivations),
      difference: {
        end: { ...difference.end, words: words.end },
        items: difference.items.map((item) => ({ ...item, words: words.items.get(item.key) })),
        effects: difference.effects.map((effect, index) => ({ ...effect, words: words.effects[index] })),
        requests: difference.requests.map((request, index) => ({ ...request, words: words.requests[index] })),
      },
    },
  };
}

const withReasons = (plan: WhatIf['plan'], derivations: WhatIf['derivations']) => ({
  ...plan,
  items: plan.items.map((item) => {
    const derivation = derivations.get(item.key);
    return { ...item, ...(derivation && { derivation: sealDerivation(derivation) }) };
  }),
});
