import { z } from 'zod';
import { type Language, languages } from '#kernel/language.ts';
import { packFileKinds, testFileKinds } from './files.ts';

/** JSON Schema (2020-12) of one kind of file, for editors. */
export type FileSchema = Readonly<{
  /** Name of the schema's own file: `service.schema.json`. */
  file: string;
  /** Which files of a city's folder it describes, as globs; one that begins with `!` takes files out again. */
  files: readonly string[];
  schema: object;
}>;

/** The first word of a place that is no placeholder, from its end: `services/<id>/service.<version>.yaml` is `service-version`. */
function nameOf(place: string): string {
  const [folder = '', ...rest] = place.replace(/\.yaml$/, '').split('/');
  const last = rest.at(-1) ?? folder;
  return (last.startsWith('<') ? folder : last).replaceAll(/[<>]/g, '').replaceAll('.', '-');
}

const globOf = (place: string): string => place.replaceAll(/<[a-z]+>/g, '*');

type Node = Readonly<{ jsonSchema: { properties?: object; required?: string[] } }>;

/** A text must be there in the languages of the city; the program itself completes the others. */
function asksFor(spoken: readonly Language[]) {
  return ({ jsonSchema }: Node): void => {
    const { properties = {}, required } = jsonSchema;
    const isText = required !== undefined && Object.keys(properties).join() === languages.join();
    if (isText) jsonSchema.required = required.filter((key) => spoken.some((language) => language === key));
  };
}

/**
 * Schemas of all files of a city pack, made from those that check them: what an editor offers is what is taken. Texts
 * are asked for in the languages that the city speaks.
 */
export function packSchemas(spoken: readonly Language[] = languages): FileSchema[] {
  const kinds = [...packFileKinds, ...testFileKinds];
  return kinds.map(({ place, pattern, schema }, index) => ({
    file: `${nameOf(place)}.schema.json`,
    // The first kind that matches wins; an editor would apply all that do.
    files: [
      globOf(place),
      ...kinds.slice(0, index).flatMap((earlier) => (pattern.test(earlier.place) ? [`!${globOf(earlier.place)}`] : [])),
    ],
    schema: {
      title: place,
      ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', override: asksFor(spoken) }),
    },
  }));
}
