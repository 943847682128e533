import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Result } from '#kernel/result.ts';
import {
  AnswerTriage,
  ChooseApplicant,
  ChoosePlace,
  CreateDraft,
  LeaveOut,
  SavePage,
} from '#modules/applications/index.ts';
import type { HttpEnv } from '#platform/http/index.ts';
import type { App } from '../../app.ts';
import { body, bodyProblems, IdParam, json, LocalizedText, problems } from './shapes.ts';

const Mistake = z.object({
  field: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
const Mistakes = z.object({ errors: z.array(Mistake) }).openapi('Mistakes');

const DraftShape = z
  .object({
    id: z.uuid(),
    subject: z.string(),
    packVersion: z.string(),
    next: z.string().describe('Step at which the person goes on.'),
    triage: z.record(z.string(), z.string()),
    place: z.unknown().optional(),
    plan: z.object({
      endsOn: z.iso.date(),
      items: z.array(
        z.object({
          key: z.string(),
          kind: z.string(),
          ownerId: z.string(),
          status: z.string(),
          reason: LocalizedText,
          starts: z.iso.date(),
          ends: z.iso.date(),
        }),
      ),
      leftOut: z.array(z.string()).describe('Items that the applicant does without; `left-out` takes them back.'),
    }),
    pages: z.array(
      z.object({
        id: z.string(),
        questions: z.array(z.object({ element: z.string(), type: z.string(), required: z.boolean() })),
      }),
    ),
    answers: z.record(z.string(), z.unknown()),
  })
  .openapi('Draft');

const documented = problems(401, 404, 409, ...bodyProblems);
const saved = {
  ...documented,
  204: { description: 'Saved.' },
  422: {
    description: 'Mistakes by field: what was sent is kept. As a problem: what was sent is no command.',
    content: { ...json(Mistakes, '').content, ...documented[422]?.content },
  },
};

const create = createRoute({
  method: 'post',
  path: '/drafts',
  summary: 'Begin a draft for a life situation or one service',
  tags: ['Drafts'],
  request: { body: body(CreateDraft, { situationId: 'build-office' }) },
  responses: { 201: json(z.object({ id: z.uuid() }), 'The new draft.'), ...problems(401, 404, ...bodyProblems) },
});

const read = createRoute({
  method: 'get',
  path: '/drafts/{id}',
  summary: 'A draft with its plan and the questions it asks',
  tags: ['Drafts'],
  request: { params: IdParam },
  responses: { 200: json(DraftShape, 'The draft.'), ...problems(401, 404, 422) },
});

const change = <T extends z.ZodType>(path: string, schema: T, [summary, example]: [string, z.input<T>]) =>
  createRoute({
    method: 'put',
    path,
    summary,
    tags: ['Drafts'],
    request: { params: IdParam, body: body(schema, example) },
    responses: saved,
  });

const triage = change('/drafts/{id}/triage', AnswerTriage.omit({ draftId: true }), [
  'Answer a triage question',
  { questionId: 'land', value: 'own' },
]);
const place = change('/drafts/{id}/place', ChoosePlace.omit({ draftId: true }), [
  'Name the place',
  { cadastralNumber: '16:50:011101:1' },
]);
const leftOut = change('/drafts/{id}/left-out', LeaveOut.omit({ draftId: true }), [
  'Do without an item of the plan that only an officer’s check would decide, or take it back',
  { item: 'plot-provision', leftOut: true },
]);
const applicant = change('/drafts/{id}/applicant', ChooseApplicant.omit({ draftId: true }), [
  'Choose who applies',
  { applicant: 'self' },
]);
const page = change('/drafts/{id}/page', SavePage.omit({ draftId: true }), [
  'Save a page of the form',
  { pageId: 'contacts', fields: [['contact.email', 'alia@example.org']] },
]);

/** Drafts: the same use cases that the pages call. */
export function draftRoutes({ applications }: App): OpenAPIHono<HttpEnv> {
  const answer = (result: Result<void>) =>
    result.ok
      ? new Response(null, { status: 204 })
      : Response.json(
          { errors: result.error.map(({ field, code, params }) => ({ field, code, params })) },
          { status: 422 },
        );
  const routes = new OpenAPIHono<HttpEnv>();
  routes.openapi(create, async (c) => c.json(await applications.createDraft(c.var.actor, c.req.valid('json')), 201));
  routes.openapi(read, async (c) =>
    c.json(shapeOf(await applications.getDraft(c.var.actor, c.req.valid('param').id)), 200),
  );
  routes.openapi(triage, async (c) =>
    answer(await applications.answerTriage(c.var.actor, { draftId: c.req.valid('param').id, ...c.req.valid('json') })),
  );
  routes.openapi(place, async (c) =>
    answer(await applications.choosePlace(c.var.actor, { draftId: c.req.valid('param').id, ...c.req.valid('json') })),
  );
  routes.openapi(leftOut, async (c) => {
    await applications.leaveOut(c.var.actor, { draftId: c.req.valid('param').id, ...c.req.valid('json') });
    return new Response(null, { status: 204 });
  });
  routes.openapi(applicant, async (c) =>
    answer(
      await applications.chooseApplicant(c.var.actor, { draftId: c.req.valid('param').id, ...c.req.valid('json') }),
    ),
  );
  routes.openapi(page, async (c) =>
    answer(await applications.savePage(c.var.actor, { draftId: c.req.valid('param').id, ...c.req.valid('json') })),
  );
  return routes;
}

type View = Awaited<ReturnType<App['applications']['getDraft']>>;

function shapeOf({ draft, plan, form, next }: View): z.infer<typeof DraftShape> {
  return {
    id: draft.id,
    subject: draft.subject,
    packVersion: draft.packVersion,
    next,
    triage: draft.content.triage,
    ...(draft.content.place ? { place: draft.content.place } : {}),
    plan: {
      endsOn: plan.endsOn,
      items: plan.items.map(({ key, kind, ownerId, status, reason, starts, ends }) => ({
        key,
        kind,
        ownerId,
        status,
        reason,
        starts,
        ends,
      })),
      leftOut: [...(plan.leftOut ?? [])],
    },
    pages: form.pages.map(({ id, questions }) => ({
      id,
      questions: questions.map(({ element, required }) => ({ element: element.id, type: element.type, required })),
    })),
    answers: draft.content.answers,
  };
}
