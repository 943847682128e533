import { index, layout, prefix, type RouteConfig, route } from '@react-router/dev/routes';

export default [
  layout('portal/portal-layout.tsx', [
    index('portal/find/start.tsx'),
    route('search', 'portal/find/search.tsx'),
    route('situations/:situation', 'portal/find/situation.tsx'),
    route('services/:service', 'portal/find/service.tsx'),
    ...prefix('drafts/:draft', [
      index('portal/draft/draft.tsx'),
      route('triage/:question', 'portal/draft/triage.tsx'),
      route('place', 'portal/draft/place.tsx'),
      route('plan', 'portal/draft/plan.tsx'),
      route('applicant', 'portal/draft/applicant.tsx'),
      route('form/:page', 'portal/draft/form.tsx'),
      route('check', 'portal/draft/check.tsx'),
    ]),
    route('*', 'portal/not-found.tsx'),
  ]),
] satisfies RouteConfig;
