import type { Calendar } from './pack/calendar.ts';
import { deepFreeze } from './pack/freeze.ts';
import type { Pack } from './pack/pack.ts';
import { hashOf } from './pack/pack-hash.ts';

/** A day off that a published calendar did not have. `day` is an ISO date. */
export type AddedDay = Readonly<{ calendarId: string; day: string }>;

/** The pack with days made off in its calendars: other rules, another hash, a version that says how many were added. */
export function withDays(pack: Pack, days: readonly AddedDay[]): Pack {
  const ofCalendar = Map.groupBy(days, ({ calendarId }) => calendarId);
  const calendars = pack.calendars.map((calendar) => withDaysOff(calendar, ofCalendar.get(calendar.id) ?? []));
  if (calendars.every((calendar, index) => calendar === pack.calendars[index])) return pack;
  const { hash: _, ...content } = { ...pack, calendars };
  return deepFreeze({ hash: hashOf(content), ...content });
}

function withDaysOff(calendar: Calendar, added: readonly AddedDay[]): Calendar {
  // A day that the pack has by now counts once.
  const news = added.map(({ day }) => day).filter((day) => !yearOf(calendar, day)?.off.includes(day));
  if (news.length === 0) return calendar;
  const years = Object.fromEntries(
    Object.entries(calendar.years).map(([year, lists]) => {
      const ofYear = news.filter((day) => day.startsWith(year));
      const isNews = (day: string) => ofYear.includes(day);
      if (ofYear.length === 0) return [year, lists];
      const { off, working, short } = lists;
      return [
        year,
        {
          ...lists,
          off: [...off, ...ofYear.filter((day) => !working.includes(day))].sort(),
          working: working.filter((day) => !isNews(day)),
          short: short.filter((day) => !isNews(day)),
        },
      ];
    }),
  );
  const version = calendar.version === undefined ? {} : { version: `${calendar.version}+${news.length}` };
  return { ...calendar, ...version, years };
}

const yearOf = ({ years }: Calendar, day: string) => years[day.slice(0, 4)];
