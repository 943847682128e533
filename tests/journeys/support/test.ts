import { type Browser, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import { watch } from './watch.ts';

export { expect };

/** Demo accounts: residents, an entrepreneur with a company, a representative; `officer-<department>`, `head-<department>`. */
export type Account = string;

/** `at` is the address of a city of the journey's own. */
type Visit = Readonly<{ as?: Account; at?: string }> &
  Pick<
    BrowserContextOptions,
    'locale' | 'javaScriptEnabled' | 'viewport' | 'colorScheme' | 'reducedMotion' | 'extraHTTPHeaders'
  >;

type Fixtures = {
  /** Opens a browser of its own (its own cookies), signed in if asked to, and watches it for anything broken. */
  visit: (options?: Visit) => Promise<Page>;
};

/** Who is signed in already, in this worker: signing in is a journey of its own and need not be walked every time. */
const signedIn = new Map<string, Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>>();

/** Chooses somebody on the page of the demo provider. */
export async function chooseAccount(page: Page, account: Account): Promise<void> {
  await page.locator(`button[name="account"][value="${account}"]`).click();
}

async function stateOf(browser: Browser, baseURL: string, account: Account) {
  const key = `${account} ${baseURL}`;
  const known = signedIn.get(key);
  if (known) return known;
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await page.goto('/sign-in?return=/about');
  await chooseAccount(page, account);
  await page.waitForURL('**/about');
  const state = await context.storageState();
  await context.close();
  signedIn.set(key, state);
  return state;
}

export const test = base.extend<Fixtures>({
  // Playwright reads from this pattern which fixtures are needed; one that is there anyway stands for none.
  baseURL: async ({ locale: _locale }, use) => use(process.env.CITY_URL ?? ''),
  visit: async ({ browser, baseURL, contextOptions }, use) => {
    const opened: (() => Promise<void>)[] = [];
    const watched: string[] = [];
    await use(async ({ as, at = baseURL ?? '', ...options } = {}) => {
      const storageState = as === undefined ? undefined : await stateOf(browser, at, as);
      const context = await browser.newContext({
        ...contextOptions,
        baseURL: at,
        ...(storageState ? { storageState } : {}),
        ...options,
      });
      opened.push(() => context.close());
      watch(context, watched, options.javaScriptEnabled);
      return context.newPage();
    });
    for (const close of opened) await close();
    expect(watched, 'nothing on the pages was broken').toEqual([]);
  },
});
