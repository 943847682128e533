// Renews the page's content when the city has news of its topic. Small on purpose: citizens' pages carry no framework.
const mark = document.querySelector('[data-live]');
if (mark instanceof HTMLElement && mark.dataset.live) follow(mark.dataset.live, mark);

/** @param {string} topic @param {HTMLElement} sign */
function follow(topic, sign) {
  const source = new EventSource(`/live?topic=${encodeURIComponent(topic)}`);
  let timer = 0;
  source.addEventListener('open', () => {
    sign.textContent = sign.dataset.text ?? '';
  });
  // News come in bursts (one transaction, several events): one renewal for all of them.
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(renew, 150);
  };
  for (const name of ['message', 'news', 'gap']) source.addEventListener(name, soon);
}

/** Puts the content of the page as it is now in the place of the old one; opened details stay open. */
async function renew() {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.getElementById('content');
  const old = document.getElementById('content');
  if (!fresh || !old) return;
  // Somebody is typing, or has typed: the page must not move under their hands.
  if (old.contains(document.activeElement) && document.activeElement?.matches('input, textarea, select')) return;
  if ([...old.querySelectorAll('input, textarea')].some(isTouched)) return;
  announce([...fresh.querySelectorAll('[data-key]')].filter((one) => !old.querySelector(keyOf(one))).length);
  const held = document.activeElement?.getAttribute('href');
  const open = [...old.querySelectorAll('details')].map((one) => one.open);
  for (const [at, one] of fresh.querySelectorAll('details').entries()) one.open = open[at] ?? one.open;
  const sign = old.querySelector('[data-live]')?.textContent ?? '';
  old.replaceChildren(...fresh.childNodes);
  const mark = old.querySelector('[data-live]');
  if (mark) mark.textContent = sign;
  document.title = page.title;
  // Whoever stood on a link with the keyboard stands on it still.
  if (held) [...old.querySelectorAll('a')].find((link) => link.getAttribute('href') === held)?.focus();
}

/** @param {Element} one */
const keyOf = (one) => `[data-key="${CSS.escape(one.getAttribute('data-key') ?? '')}"]`;

/** @param {Element} field */
const isTouched = (field) =>
  field instanceof HTMLTextAreaElement
    ? field.value !== field.defaultValue
    : field instanceof HTMLInputElement &&
      (field.value !== field.defaultValue || field.checked !== field.defaultChecked);

/** Says politely how many lines of the page are new, where the frame has a place for it. @param {number} count */
function announce(count) {
  const news = document.getElementById('live-news');
  if (news && count > 0) news.textContent = (news.dataset.text ?? '').replace('{n}', String(count));
}
