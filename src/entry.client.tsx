import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import { TextProvider } from '#ui/text.tsx';
import { loadTexts } from '#ui/texts/load.ts';
import type { Language } from './kernel/language.ts';

// Only pages whose handle asks for scripts get here (the map, the workspace); all others are plain HTML.
// Compared by hand and not by the kernel's schema, which would bring a validator into the browser.
const written = document.documentElement.lang;
const language: Language = written === 'tt' || written === 'en' ? written : 'ru';
const texts = await loadTexts(language);

startTransition(() => {
  hydrateRoot(
    document,
    <TextProvider language={language} texts={texts}>
      <HydratedRouter />
    </TextProvider>,
  );
});
