import { raw } from 'hono/html';
import { roles } from '#kernel/actor.ts';
import { type Language, type Localized, languages } from '#kernel/language.ts';
import { type Html, html, plainPage } from '#platform/http/plain-page.ts';
import { fullName } from '../profile.ts';
import type { Account } from './demo-store.ts';
import { demoTexts, roleTexts } from './demo-texts.ts';

/** A department whose people can be chosen. */
export type DemoDepartment = Readonly<{ id: string; name: Localized }>;

/** Of the response that the page goes into. */
export type Surroundings = Readonly<{ language: Language; nonce: string }>;

const inDepartment = new Set(['officer', 'head']);

/** People for themselves before those with a company or a mandate, officers before heads. */
const rank = (account: Account): number => {
  if (account.roles) return account.roles.includes('head') ? 1 : 0;
  return (account.company === null ? 0 : 1) + (account.grantor === null ? 0 : 2);
};
const byRank = (accounts: readonly Account[]): Account[] => accounts.toSorted((a, b) => rank(a) - rank(b));

const isOfDepartment = (account: Account): boolean => account.roles?.some((role) => inDepartment.has(role)) ?? false;

/** What is said of somebody under their name. */
function noteOf(account: Account, language: Language): string {
  if (account.roles) {
    return roles
      .filter((role) => account.roles?.includes(role))
      .map((role) => roleTexts[role][language])
      .join('; ');
  }
  const kind = demoTexts[account.ogrnip === null ? 'resident' : 'entrepreneur'][language];
  if (account.company !== null) return `${kind}, ${account.company}`;
  return account.grantor === null ? kind : `${demoTexts.represents[language]} ${account.grantor}`;
}

const button = (account: Account, language: Language): Html =>
  html`<li><button name="account" value="${account.subject}"><span class="name">${fullName(account)}</span>
<span class="soft">${noteOf(account, language)}</span></button></li>`;

function group(title: string, accounts: readonly Account[], language: Language): Html | string {
  if (accounts.length === 0) return '';
  return html`<section><h2>${title}</h2><ul class="people">${byRank(accounts).map((account) => button(account, language))}</ul></section>`;
}

const languageNames: Readonly<Record<Language, string>> = { ru: 'Русский', tt: 'Татарча', en: 'English' };

const languageLinks = (language: Language): Html =>
  html`<nav>${languages
    .filter((one) => one !== language)
    .map((one) => html`<a href="?lang=${one}" lang="${one}" hreflang="${one}">${languageNames[one]}</a>`)}</nav>`;

/**
 * The page of the demo provider: people as buttons, residents first, then department by department, two beside each
 * other where there is room: a large city has a dozen. Works without scripts.
 */
export function choosePage(
  { language, nonce }: Surroundings,
  accounts: readonly Account[],
  departments: readonly DemoDepartment[],
): Html {
  const title = demoTexts.title[language];
  const residents = accounts.filter((account) => account.personId !== null);
  const citywide = accounts.filter((account) => account.roles !== null && !isOfDepartment(account));
  const ofDepartments = departments.map((department) => {
    const theirs = accounts.filter((account) => account.departmentId === department.id && isOfDepartment(account));
    return group(department.name[language], theirs, language);
  });
  const body = html`<h1>${title}</h1>
<p class="notice"><strong>${demoTexts.demo[language]}</strong> ${demoTexts.explanation[language]}</p>
<form method="post">
${group(demoTexts.residents[language], residents, language)}
<div class="departments">${ofDepartments}</div>
${group(demoTexts.citywide[language], citywide, language)}
</form>`;
  return plainPage({ language, title, nonce, body, aside: languageLinks(language) });
}

/** Shown when the sign-in that the page belonged to is over. */
export function lostPage({ language, nonce }: Surroundings): Html {
  const title = demoTexts.lost[language];
  return plainPage({
    language,
    title,
    nonce,
    body: html`<h1>${title}</h1><p><a href="/sign-in">${demoTexts.again[language]}</a></p>`,
  });
}

/** Asks whether to sign out here too; `form` is the provider's own, with its secret. */
export function signOutPage({ language, nonce }: Surroundings, form: string): Html {
  const title = demoTexts.signOut[language];
  const body = html`<h1>${title}</h1>${raw(form)}
<button class="main-action" type="submit" form="op.logoutForm" value="yes" name="logout">${demoTexts.yes[language]}</button>`;
  return plainPage({ language, title, nonce, body });
}

/** A refusal of the provider: its code, and where to begin again. */
export function refusalPage({ language, nonce }: Surroundings, code: string): Html {
  const title = demoTexts.failed[language];
  const body = html`<h1>${title}</h1><p><code>${code}</code></p><p><a href="/sign-in">${demoTexts.again[language]}</a></p>`;
  return plainPage({ language, title, nonce, body });
}
