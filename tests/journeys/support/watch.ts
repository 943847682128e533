import type { BrowserContext } from '@playwright/test';

/**
 * Writes down everything that a page should never do: errors in the console, scripts that fail, content that the
 * page's own policy stops, parts of the page that do not come. A page that answers 4xx is no such thing.
 */
export function watch(context: BrowserContext, broken: string[], hasScripts = true): void {
  context.on('console', (message) => {
    // The browser also tells of every answer that is not 2xx; those are looked at below, with their kind.
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
    broken.push(`console on ${message.page()?.url()}: ${message.text()}`);
  });
  context.on('weberror', (error) => broken.push(`script: ${error.error().message}`));
  context.on('response', (response) => {
    const request = response.request();
    const isPage = request.resourceType() === 'document';
    const isAnswer = request.resourceType() === 'fetch' && response.status() < 500;
    if (response.status() >= (isPage ? 500 : 400) && !isAnswer)
      broken.push(`${response.status()} ${request.method()} ${response.url()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Whoever leaves a page leaves its news and half-loaded tiles behind; a download is no page.
    if (reason === 'net::ERR_ABORTED') return;
    // Without scripts the browser calls every script it was told of in advance stopped by policy.
    if (reason === 'csp' && !hasScripts) return;
    broken.push(`${reason} ${request.method()} ${request.url()}`);
  });
}
