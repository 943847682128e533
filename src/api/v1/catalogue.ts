import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { Language } from '#kernel/language.ts';
import type { Service, Situation } from '#modules/catalogue/index.ts';
import type { HttpEnv } from '#platform/http/index.ts';
import type { App } from '../../app.ts';
import { json, LocalizedText, problems } from './shapes.ts';

const described = {
  title: z.string().describe('Name in the language of the answer (Content-Language).'),
  description: z.string().describe('Summary in the language of the answer.'),
  name: LocalizedText,
  summary: LocalizedText,
};

const ServiceSummary = z
  .object({ id: z.string(), row: z.number().int().optional(), ...described, department: z.string() })
  .openapi('ServiceSummary');

const TermShape = z.object({ amount: z.number().int(), unit: z.string(), from: z.string(), roll: z.string() });

const FeeShape = z.object({
  amount: z.number().int().describe('Minor units.'),
  currency: z.string(),
  reason: LocalizedText.optional().describe('Which law sets it, or why it is free.'),
});

const inCase = {
  when: z.string().describe('Condition in FEEL.'),
  label: LocalizedText.describe('In which case, as people read it.'),
};

const ServiceDetails = ServiceSummary.extend({
  version: z.number().int(),
  effective: z.iso.date(),
  applicants: z.array(z.string()),
  term: TermShape.extend({
    cases: z.array(TermShape.extend(inCase)).optional().describe('Terms instead of it; the first whose when holds.'),
  }).describe('Legal term.'),
  target: TermShape.optional().describe("The city's own target."),
  fee: FeeShape.extend({
    cases: z.array(FeeShape.extend(inCase)).optional().describe('Fees instead of it; the first whose when holds.'),
  }),
  produces: z.array(z.string()),
  evidence: z.array(
    z.object({ id: z.string(), provider: z.string(), required: z.boolean(), name: LocalizedText.optional() }),
  ),
  grounds: z.array(z.object({ id: z.string(), text: LocalizedText, clause: z.string().optional() })),
  situations: z.array(z.string()).describe('Life situations it may belong to.'),
}).openapi('Service');

const SituationSummary = z
  .object({ id: z.string(), ...described, services: z.array(z.string()) })
  .openapi('SituationSummary');

const next = z.string().optional().describe('Give it as cursor for the next page; absent on the last.');

/** Pages of a list; the language of the answer is `lang`, else that of Accept-Language. */
const Paging = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(200).describe('Entries of a page at most.'),
  cursor: z.string().max(200).optional().describe('What the page before gave as next.'),
  lang: Language.optional(),
});

const unchanged = { 304: { description: 'Nothing changed since the ETag that If-None-Match names.' } };

const listServices = createRoute({
  method: 'get',
  path: '/services',
  summary: 'Services of the city',
  tags: ['Catalogue'],
  request: { query: Paging },
  responses: {
    200: json(z.object({ services: z.array(ServiceSummary), next }), 'Services in force, by id.'),
    ...unchanged,
    ...problems(422),
  },
});

const getService = createRoute({
  method: 'get',
  path: '/services/{id}',
  summary: 'One service: term, fee, papers, grounds of refusal',
  tags: ['Catalogue'],
  request: { params: z.object({ id: z.string() }), query: Paging.pick({ lang: true }) },
  responses: { 200: json(ServiceDetails, 'The service.'), ...unchanged, ...problems(404, 422) },
});

const listSituations = createRoute({
  method: 'get',
  path: '/situations',
  summary: 'Life situations with the services they may need',
  tags: ['Catalogue'],
  request: { query: Paging },
  responses: {
    200: json(z.object({ situations: z.array(SituationSummary), next }), 'Situations, by id.'),
    ...unchanged,
    ...problems(422),
  },
});

/** What the city offers. */
export function catalogueRoutes({ catalogue }: App): OpenAPIHono<HttpEnv> {
  return new OpenAPIHono<HttpEnv>()
    .openapi(listServices, (c) => {
      if (isKnown(c, catalogue.packVersion)) return c.body(null, 304);
      const { entries, ...rest } = pageOf(catalogue.current.services, c.req.valid('query'));
      return c.json({ services: entries.map((service) => summaryOf(service, c.var.language)), ...rest }, 200);
    })
    .openapi(getService, (c) => {
      const service = catalogue.getService(c.req.valid('param').id);
      if (isKnown(c, catalogue.packVersion)) return c.body(null, 304);
      const situations = catalogue.current.situations.filter((one) => servicesOf(one).includes(service.id));
      return c.json(
        ServiceDetails.parse({
          ...service,
          ...summaryOf(service, c.var.language),
          situations: situations.map(({ id }) => id),
        }),
        200,
      );
    })
    .openapi(listSituations, (c) => {
      if (isKnown(c, catalogue.packVersion)) return c.body(null, 304);
      const { entries, ...rest } = pageOf(catalogue.current.situations, c.req.valid('query'));
      const situations = entries.map((one) => ({
        ...wordsOf(one, c.var.language),
        id: one.id,
        services: servicesOf(one),
      }));
      return c.json({ situations, ...rest }, 200);
    });
}

const servicesOf = ({ items }: Situation): string[] =>
  items.flatMap((item) => ('service' in item ? [item.service] : []));

const wordsOf = ({ name, summary }: Service | Situation, language: Language) => ({
  title: name[language],
  description: summary[language],
  name,
  summary,
});

const summaryOf = (service: Service, language: Language) => ({
  id: service.id,
  ...(service.row ? { row: service.row } : {}),
  ...wordsOf(service, language),
  department: service.department,
});

/** Entries behind the cursor, which is the last id seen: a page stays right when services are added before it. */
function pageOf<T extends Readonly<{ id: string }>>(
  all: readonly T[],
  { limit, cursor = '' }: z.output<typeof Paging>,
): { entries: readonly T[]; next?: string } {
  const rest = all.filter(({ id }) => id > cursor).sort((left, right) => (left.id < right.id ? -1 : 1));
  const entries = rest.slice(0, limit);
  const last = rest.length > limit ? entries.at(-1)?.id : undefined;
  return last === undefined ? { entries } : { entries, next: last };
}

/** Says which state of the rules the answer shows, and whether the asker has it already (RFC 9110, section 13.1.2). */
function isKnown(c: Context<HttpEnv>, packVersion: string): boolean {
  const etag = `"${packVersion}.${c.var.language}"`;
  c.header('ETag', etag);
  c.header('Content-Language', c.var.language);
  c.header('Vary', 'Accept-Language, Cookie');
  c.header('Cache-Control', 'private, no-cache');
  const known = (c.req.header('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}
