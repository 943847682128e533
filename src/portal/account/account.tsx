import { data, redirect, useActionData, useLoaderData } from 'react-router';
import { fieldTypes } from '#modules/forms/index.ts';
import { Button } from '#ui/button/Button.tsx';
import { CalendarFeed } from '#ui/calendar-feed/CalendarFeed.tsx';
import { actOnFeed, feedSince } from '#ui/calendar-feed/feed-act.ts';
import { Csrf } from '#ui/csrf.tsx';
import { DefinitionList, type Fact } from '#ui/definition-list/DefinitionList.tsx';
import { dateIn } from '#ui/format.ts';
import { formAction, page, signInPath } from '#ui/page.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { Panel } from '#ui/panel/Panel.tsx';
import { useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import { deviceName } from './device-name.ts';

/** What the city knows of the signed-in person, for whom they may act, and where they are signed in. */
export const loader = page(async (request) => {
  const { app, actor, sessions, url } = request;
  if (actor.kind !== 'person') throw redirect(actor.kind === 'employee' ? '/work' : signInPath(url));
  const { timeZone } = app.catalogue.current.city;
  const open = await sessions.list();
  const profile = await app.people.getProfile(actor.personId);
  const { phone, snils } = profile.person;
  return {
    profile,
    // Written as the form writes them.
    phone: phone && fieldTypes.phone.write(phone)[0],
    snils: snils && fieldTypes.snils.write(snils)[0],
    feed: await feedSince(request),
    sessions: open.map(({ seenAt, ...rest }) => ({ ...rest, seenOn: dateIn(seenAt, timeZone) })),
  };
});

/** Makes or ends the calendar feed, or ends all other sessions of the person. */
export const action = formAction(async (request) => {
  const fed = await actOnFeed(request);
  if (fed?.address !== undefined) return data(fed);
  if (fed === undefined) await request.sessions.endOthers();
  return redirect('/account');
});

type Account = Awaited<ReturnType<typeof loader>>;

export default function AccountPage() {
  const account = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  const t = useText();
  return (
    <>
      <PageHead title={t('account.title')} />
      <About account={account} />
      <ActingFor account={account} />
      <CalendarFeed since={account.feed} address={made?.address} />
      <Panel title={t('account.sessions')}>
        <Sessions sessions={account.sessions} />
        <form method="post">
          <Csrf />
          <Button kind="second">{t('account.end-others')}</Button>
        </form>
      </Panel>
    </>
  );
}

function About({ account: { profile, phone, snils } }: Readonly<{ account: Account }>) {
  const t = useText();
  const { person } = profile;
  const name = [person.lastName, person.firstName, person.patronymic].filter(Boolean).join(' ');
  const facts: Fact[] = [
    { name: t('account.name'), value: name },
    { name: t('account.phone'), value: phone },
    { name: t('account.email'), value: person.email },
    { name: t('account.snils'), value: snils },
    { name: t('account.inn'), value: person.inn },
    { name: t('account.address'), value: person.registeredAddress },
  ];
  return (
    <Panel title={t('account.person')}>
      <p>{t('account.from')}</p>
      <DefinitionList facts={facts.filter(({ value }) => value)} />
    </Panel>
  );
}

function ActingFor({ account: { profile } }: Readonly<{ account: Account }>) {
  const t = useText();
  const words = useWords();
  return (
    <>
      {profile.organisations.length > 0 && (
        <Panel title={t('account.organisations')}>
          <ul>
            {profile.organisations.map(({ id, name, inn, position }) => (
              <li key={id}>
                {name}
                <span className="soft">
                  {' '}
                  · {t('account.inn')} {inn}
                  {position && ` · ${position}`}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {profile.mandates.length > 0 && (
        <Panel title={t('account.mandates')}>
          <ul>
            {profile.mandates.map(({ id, grantorName, validTo }) => (
              <li key={id}>
                {grantorName}
                <span className="soft"> · {t('account.until', { date: words.dateAs('until', validTo) })}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function Sessions({ sessions }: Pick<Account, 'sessions'>) {
  const t = useText();
  const words = useWords();
  return (
    <ul>
      {sessions.map(({ id, device, seenOn, isThis }) => (
        <li key={id}>
          {deviceName(device) || '—'}
          <span className="soft"> · {isThis ? t('account.this-session') : words.date(seenOn)}</span>
        </li>
      ))}
    </ul>
  );
}
