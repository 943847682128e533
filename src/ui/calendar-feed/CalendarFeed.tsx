import { Button, ButtonRow } from '#ui/button/Button.tsx';
import { Csrf } from '#ui/csrf.tsx';
import { Details } from '#ui/details/Details.tsx';
import { useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';

type CalendarFeedProps = Readonly<{
  /** ISO date since when there is a feed. */
  since: string | undefined;
  /** The address just made; it is shown once. */
  address: string | undefined;
}>;

/** Dates in one's own calendar program: an address that is made, shown once and taken back. */
export function CalendarFeed({ since, address }: CalendarFeedProps) {
  const t = useText();
  const words = useWords();
  return (
    <Details summary={t('feed.title')} isOpen={address !== undefined}>
      <form method="post">
        <Csrf />
        <p>{t('feed.lead')}</p>
        {address && (
          <p role="status">
            <label htmlFor="feed-address">{t('feed.address')}</label>
            <input id="feed-address" type="url" readOnly value={address} />
            <small className="soft">{t('feed.once')}</small>
          </p>
        )}
        {since && !address && <p className="soft">{t('feed.since', { date: words.dateAs('on', since) })}</p>}
        <ButtonRow>
          <Button kind="second" name="feed" value="create">
            {t(since ? 'feed.renew' : 'feed.create')}
          </Button>
          {since && (
            <Button kind="second" name="feed" value="revoke">
              {t('feed.revoke')}
            </Button>
          )}
        </ButtonRow>
      </form>
    </Details>
  );
}
