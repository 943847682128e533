import { setImmediate } from 'node:timers/promises';
import jsonld from 'jsonld';
import { Parser, type Quad, Writer } from 'n3';

/** A JSON-LD document that carries its own context, and in which every thing has an address. */
export type LinkedDocument = Readonly<{
  '@context': Readonly<Record<string, unknown>>;
  '@graph': readonly Readonly<{ '@id': string } & Record<string, unknown>>[];
}>;

/** Nothing is fetched to read a document: one that leans on a context elsewhere is refused. */
const refuseToLoad = (url: string): never => {
  throw new Error(`the document leans on ${url}; only a context of its own is read`);
};

/** So many things are read at a time; between them others are answered. */
const atOnce = 50;

/** The statements of some things at a time, sorted: the same content is the same text. */
async function* linesOf({ '@context': context, '@graph': graph }: LinkedDocument): AsyncGenerator<string> {
  for (let from = 0; from === 0 || from < graph.length; from += atOnce) {
    const some = { '@context': context, '@graph': graph.slice(from, from + atOnce) };
    // The library's types hold arrays for writable; it copies what it reads.
    const given = some as unknown as jsonld.JsonLdDocument;
    yield String(await jsonld.toRDF(given, { documentLoader: refuseToLoad, format: 'application/n-quads' }));
    await setImmediate();
  }
}

/** The document as N-Triples (W3C, 2014). */
export const nTriplesOf = async (document: LinkedDocument): Promise<string> =>
  (await Array.fromAsync(linesOf(document))).join('');

/** The statements of a document. */
export async function quadsOf(document: LinkedDocument): Promise<Quad[]> {
  const read: Quad[][] = [];
  for await (const lines of linesOf(document)) read.push(new Parser({ format: 'N-Triples' }).parse(lines));
  return read.flat();
}

const isA = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** The document as Turtle (W3C, 2014), shortened by `prefixes`. */
export async function turtleOf(document: LinkedDocument, prefixes: Readonly<Record<string, string>>): Promise<string> {
  const writer = new Writer({ format: 'text/turtle', prefixes: { ...prefixes } });
  // What a thing is stands before what is said of it.
  const isType = ({ predicate }: Quad): number => Number(predicate.value === isA);
  for await (const lines of linesOf(document)) {
    const read = new Parser({ format: 'N-Triples' }).parse(lines);
    const bySubject = Map.groupBy(read, ({ subject }) => subject.value);
    for (const told of bySubject.values())
      writer.addQuads(told.toSorted((left, right) => isType(right) - isType(left)));
  }
  return new Promise((resolve, reject) => {
    writer.end((error: Error | null, turtle: string) => (error ? reject(error) : resolve(turtle)));
  });
}

/** Reads Turtle. Throws with the line of a mistake. */
export const parseTurtle = (text: string): Quad[] => new Parser({ format: 'text/turtle' }).parse(text);
