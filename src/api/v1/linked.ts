import { type RouteConfig, z } from '@hono/zod-openapi';
import { linkedForms } from '../linked.ts';
import { problems } from './shapes.ts';

const Document = z
  .object({ '@context': z.record(z.string(), z.unknown()), '@graph': z.array(z.record(z.string(), z.unknown())) })
  .openapi('LinkedDocument');

const content = Object.fromEntries(
  Object.keys(linkedForms).map((type) => [type, { schema: type.endsWith('json') ? Document : z.string() }]),
);

/** One address of the catalogue; it stands outside the versions of the API, because it names the thing for good. */
const operation = (path: string, summary: string): RouteConfig => ({
  method: 'get',
  path,
  summary,
  description:
    'CPSV-AP 3.2 (SEMIC). The form is chosen by Accept, with its weights; whoever prefers text/html is led to the page. ' +
    'Every other address under /catalogue/ (departments, outputs, laws, concepts) answers in the same forms.',
  tags: ['Catalogue'],
  servers: [{ url: '/' }],
  ...(path.includes('{id}') ? { request: { params: z.object({ id: z.string() }) } } : {}),
  responses: {
    200: {
      description: 'The statements.',
      headers: {
        ETag: { description: 'Of this form.', schema: { type: 'string' } },
        Vary: { description: 'Accept.', schema: { type: 'string' } },
      },
      content,
    },
    303: { description: 'A page for people.' },
    304: { description: 'Nothing changed since the ETag that If-None-Match names.' },
    ...problems(...(path.includes('{id}') ? [404] : []), 406),
  },
});

/** The catalogue as linked data, described for programs. */
export const linkedOperations: readonly RouteConfig[] = [
  operation('/catalogue/services', 'The whole catalogue as linked data'),
  operation('/catalogue/services/{id}', 'A service as linked data, with everything it leads to'),
  operation('/catalogue/situations/{id}', 'A life situation as linked data, with its services'),
];
