import { expect, type Locator, type Page } from '@playwright/test';
import { wordFor } from './fill-form.ts';
import { plainPdf } from './sample-files.ts';

/** What has the focus now, as a person at the keyboard would tell. */
type Focused = Readonly<{
  kind: string;
  name: string;
  value: string;
  isChosen: boolean;
  isOptional: boolean;
  isMain: boolean;
  isVisible: boolean;
}>;

const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    const one = document.activeElement ?? document.body;
    const input = one instanceof HTMLInputElement ? one : undefined;
    const group = input ? [...document.getElementsByName(input.name)] : [];
    const question = one.closest('main form .stack');
    // A radio button shows its focus on the whole answer around it.
    const { outlineStyle, outlineWidth } = getComputedStyle(one.closest('label') ?? one);
    const buttons = [...(one.closest('form')?.querySelectorAll('button:not(.hidden)') ?? [])];
    return {
      kind: input?.type ?? one.localName,
      name: one.getAttribute('name') ?? '',
      value: one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement ? one.value : '',
      isChosen: group.some((other) => other instanceof HTMLInputElement && other.checked),
      isOptional: [...(question?.querySelectorAll('label > span, legend > span') ?? [])].some((span) =>
        /^ ?\(/.test(span.textContent ?? ''),
      ),
      isMain: one.localName === 'button' && buttons.at(-1) === one && one.closest('main') !== null,
      isVisible: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    };
  });

/** Presses Tab until something has the focus; on the way every focus must be seen. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now.kind !== 'body') expect(now, `focus on ${page.url()}`).toMatchObject({ isVisible: true });
    if (await target.evaluate((one) => one === document.activeElement)) return;
  }
  throw new Error(`Tab never reached ${target}`);
}

/** Presses Enter and waits for the page that answers. */
export async function send(page: Page): Promise<void> {
  const loaded = page.waitForEvent('load');
  await page.keyboard.press('Enter');
  await loaded;
}

/** Reaches a link or a button, presses Enter, and waits for the page behind it. */
export async function pressOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await send(page);
}

/** Reaches the answers of a question and goes with the arrows to one of them. */
export async function choose(page: Page, name: string, value: string): Promise<void> {
  const answers = page.locator(`input[name="${name}"]`);
  await tabTo(page, answers.first());
  await page.keyboard.press('Space');
  for (let step = 0; step < (await answers.count()); step += 1) {
    if ((await focused(page)).value === value) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`the arrows never reached ${value}`);
}

/** Walks a form page with Tab, answers what must be answered, and presses Enter on its main button. */
export async function fillByKeyboard(page: Page): Promise<void> {
  const before = page.url();
  for (let step = 0; step < 200; step += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now.isMain) {
      await send(page);
      if (page.url() === before) throw new Error((await page.locator('#errors').allInnerTexts()).join());
      return;
    }
    if (now.name !== '' && !now.isOptional) await answer(page, now);
  }
  throw new Error(`Tab never reached the end of ${before}`);
}

async function answer(page: Page, { kind, name, value, isChosen }: Focused): Promise<void> {
  if (kind === 'radio' || kind === 'checkbox') {
    if (!isChosen) await page.keyboard.press('Space');
  } else if (kind === 'select') {
    await page.keyboard.press('ArrowDown');
  } else if (kind === 'file') {
    // The dialog that Enter opens belongs to the system and not to the page.
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(plainPdf('план.pdf'));
  } else if (value === '' && (kind === 'text' || kind === 'textarea' || kind === 'tel')) {
    const mode = await page.evaluate(() => document.activeElement?.getAttribute('inputmode'));
    const word = wordFor(name);
    await page.keyboard.type(mode && /numeric|decimal/.test(mode) && !/^\d/.test(word) ? '12' : word);
  }
}
