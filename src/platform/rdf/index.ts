import jsonld from 'jsonld';
import { Parser, type Quad, Writer } from 'n3';

/** A JSON-LD document that carries its own context. */
export type LinkedDocument = Readonly<{
  '@context': Readonly<Record<string, unknown>>;
  '@graph': readonly Readonly<Record<string, unknown>>[];
}>;

/** Nothing is fetched to read a document: one that leans on a context elsewhere is refused. */
const refuseToLoad = (url: string): never => {
  throw new Error(`the document leans on ${url}; only a context of its own is read`);
};

/** The document as N-Triples (W3C, 2014), sorted: the same content is the same text. */
export async function nTriplesOf(document: LinkedDocument): Promise<string> {
  // The library's types hold arrays for writable; it copies what it reads.
  const given = document as unknown as jsonld.JsonLdDocument;
  const lines = await jsonld.toRDF(given, { documentLoader: refuseToLoad, format: 'application/n-quads' });
  return String(lines);
}

/** The statements of a document. */
export const quadsOf = async (document: LinkedDocument): Promise<Quad[]> =>
  new Parser({ format: 'N-Triples' }).parse(await nTriplesOf(document));

const isA = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** The document as Turtle (W3C, 2014), shortened by `prefixes`. */
export async function turtleOf(document: LinkedDocument, prefixes: Readonly<Record<string, string>>): Promise<string> {
  const writer = new Writer({ format: 'text/turtle', prefixes: { ...prefixes } });
  // What a thing is stands before what is said of it.
  const isType = ({ predicate }: Quad): number => Number(predicate.value === isA);
  const bySubject = Map.groupBy(await quadsOf(document), ({ subject }) => subject.value);
  for (const told of bySubject.values()) writer.addQuads(told.toSorted((left, right) => isType(right) - isType(left)));
  return new Promise((resolve, reject) => {
    writer.end((error: Error | null, turtle: string) => (error ? reject(error) : resolve(turtle)));
  });
}

/** Reads Turtle. Throws with the line of a mistake. */
export const parseTurtle = (text: string): Quad[] => new Parser({ format: 'text/turtle' }).parse(text);
