import { z } from 'zod';

type Json = Record<string, unknown>;
type Operation = Readonly<{
  summary?: string;
  servers?: readonly Readonly<{ url: string }>[];
  parameters?: readonly Readonly<{ name: string; in: string; schema: Json }>[];
  requestBody?: Readonly<{ content: Record<string, Content> }>;
  responses: Record<string, Readonly<{ description: string; content?: Record<string, Content> }>>;
}>;
type Content = Readonly<{ schema: Json; example?: unknown }>;

/** An OpenAPI 3.1 document, as far as the contract reads it. */
export type ApiDocument = Readonly<{
  openapi: string;
  info: Readonly<{ title: string; version: string }>;
  servers: readonly Readonly<{ url: string }>[];
  paths: Record<string, Record<string, Operation>>;
  components: Readonly<{ schemas: Record<string, Json> }>;
}>;

/** Every operation of the document with its method, path and the address under which that path stands. */
export const operationsOf = (document: ApiDocument) =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      server: (operation.servers ?? document.servers)[0]?.url.replace(/\/$/, '') ?? '',
      operation,
    })),
  );

/** A schema of the document as one that can be asked. Throws if it is no JSON Schema or refers to nothing. */
export function schemaOf(document: ApiDocument, schema: Json): z.ZodType {
  const whole = { ...schema, $defs: document.components.schemas };
  const local = JSON.stringify(whole).replaceAll('#/components/schemas/', '#/$defs/');
  return z.fromJSONSchema(JSON.parse(local));
}

const matches = (template: string, path: string): boolean =>
  new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);

/** What is wrong with a real answer under the document; nothing if it is as documented. */
export async function breachOf(
  document: ApiDocument,
  { method, path }: { method: string; path: string },
  response: Response,
): Promise<string | undefined> {
  const found = operationsOf(document).find((one) => one.method === method && matches(one.path, path));
  if (found === undefined) return `${method} ${path} is not documented`;
  const documented = found.operation.responses[String(response.status)];
  if (documented === undefined) return `${method} ${found.path} answers ${response.status}, which is not documented`;
  const type = response.headers.get('content-type')?.split(';')[0] ?? '';
  if (documented.content === undefined) return type === '' ? undefined : `a body of ${type} where none is documented`;
  const content = documented.content[type];
  if (content === undefined) return `${method} ${found.path} ${response.status}: ${type} is not documented`;
  const parsed = schemaOf(document, content.schema).safeParse(await response.json());
  return parsed.success ? undefined : `${method} ${found.path} ${response.status}: ${z.prettifyError(parsed.error)}`;
}
