import type { PageForm, PageRequest } from '#ui/page.ts';

/** Since when the reader has a calendar feed, as a date. */
export async function feedSince({ app, actor }: PageRequest): Promise<string | undefined> {
  const since = await app.people.feedSince(actor);
  return since?.slice(0, 10);
}

/** Makes or ends the reader's feed as the posted form says; gives the address of a new one. Nothing for another form. */
export async function actOnFeed(request: PageForm): Promise<Readonly<{ address?: string }> | undefined> {
  const { app, actor, text, language } = request;
  const act = text('feed');
  if (act === 'revoke') {
    await app.people.revokeFeed(actor);
    return {};
  }
  if (act !== 'create') return undefined;
  const token = await app.people.createFeed(actor);
  return { address: `${app.config.publicUrl}/calendar/${token}.ics?lang=${language}` };
}
