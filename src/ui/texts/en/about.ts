import type { about as source } from '../ru/about.ts';

export const about = {
  'about.title': 'How it works',
  'about.lead':
    'You name what you want to do, not the papers. The city gathers the services around your life situation.',
  'about.one': 'One application',
  'about.one-text':
    'Each question is asked once, however many services wait for the answer. What the city knows is filled in with its source.',
  'about.all': 'Every department at once',
  'about.all-text':
    'At the moment of filing a case opens for every service. A case that needs another’s result waits for it and begins by itself.',
  'about.terms': 'Terms that explain themselves',
  'about.terms-text':
    'Every date shows from which event, by which rule and calendar it follows, and whose clock is running.',
  'about.record': 'A result anybody can verify',
  'about.record-text':
    'A decision is signed electronically and carries a code to verify it. Where the result is a register record no paper is needed.',
  'about.demo':
    'This is a demonstration: its people, plots and networks are made up. Real applications cannot be filed here.',
  'privacy.title': 'Your data',
  'privacy.lead': 'What the city keeps about you here, and who sees it.',
  'privacy.kept': 'What is kept',
  'privacy.kept-text':
    'Your profile from the sign-in service, answers and documents of your applications, and the journal of what happened to them. Your password never gets here.',
  'privacy.seen': 'Who sees it',
  'privacy.seen-text':
    'Officers of departments that have a case in your application. Every view of personal data is recorded and cannot be erased.',
  'privacy.cookies': 'Cookies',
  'privacy.cookies-text':
    'Three: your session, the key of a draft begun before signing in (30 days), and your language. No trackers and no other sites.',
  'accessibility.title': 'Accessibility',
  'accessibility.lead':
    'Every page for residents works by keyboard, with a screen reader, without JavaScript and on a narrow screen.',
  'accessibility.map': 'The map',
  'accessibility.map-text': 'Whatever can be done on the map can be done without it, by cadastral number or address.',
  'accessibility.standard': 'What we follow',
  'accessibility.standard-text':
    'WCAG 2.2 at level AA. Every page is checked automatically, and by hand with the keyboard.',
} as const satisfies Record<keyof typeof source, string>;
