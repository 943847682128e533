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
  // Somebody is typing: the page must not move under their hands.
  if (old.contains(document.activeElement) && document.activeElement?.matches('input, textarea, select')) return;
  const open = [...old.querySelectorAll('details')].map((one) => one.open);
  for (const [at, one] of fresh.querySelectorAll('details').entries()) one.open = open[at] ?? one.open;
  const sign = old.querySelector('[data-live]')?.textContent ?? '';
  old.replaceChildren(...fresh.childNodes);
  const mark = old.querySelector('[data-live]');
  if (mark) mark.textContent = sign;
  document.title = page.title;
}
