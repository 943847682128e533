import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { withReference } from './reference.ts';

it('the document of the city pack says what the schemas check', async () => {
  const document = await readFile('docs/city-pack.md', 'utf8');
  expect(document, 'run: berdem reference --write docs/city-pack.md').toBe(withReference(document));
});
