import { index, layout, prefix, type RouteConfig, route } from '@react-router/dev/routes';

/** Pages that a service and a situation have alike; each route needs a name of its own. */
const designed = (kind: 'service' | 'situation') =>
  ['form', 'tests', 'versions'].map((view) =>
    route(view, `workspace/catalogue/${view}.tsx`, { id: `workspace/catalogue/${kind}-${view}` }),
  );

const workspace = [
  index('workspace/queue/queue.tsx'),
  route('cases/:case', 'workspace/case/case.tsx'),
  route('requests/:request', 'workspace/request/request.tsx'),
  route('registers', 'workspace/registers/registers.tsx'),
  route('registers/:register', 'workspace/registers/register.tsx'),
  route('records/:record', 'workspace/registers/record.tsx'),
  route('catalogue', 'workspace/catalogue/catalogue.tsx'),
  ...prefix('catalogue/services/:service', [
    index('workspace/catalogue/service.tsx'),
    route('procedure', 'workspace/catalogue/procedure.tsx'),
    ...designed('service'),
  ]),
  ...prefix('catalogue/situations/:situation', [
    index('workspace/catalogue/situation.tsx'),
    route('procedure', 'workspace/catalogue/graph.tsx'),
    route('what-if', 'workspace/catalogue/what-if.tsx'),
    ...designed('situation'),
  ]),
  route('calendar', 'workspace/calendar/calendar.tsx'),
  route('audit', 'workspace/audit/audit.tsx'),
  route('operations', 'workspace/operations/jobs.tsx'),
];

export default [
  layout('portal/portal-layout.tsx', [
    index('portal/find/start.tsx'),
    route('search', 'portal/find/search.tsx'),
    route('situations/:situation', 'portal/find/situation.tsx'),
    route('services', 'portal/find/services.tsx'),
    route('services/:service', 'portal/find/service.tsx'),
    ...prefix('drafts/:draft', [
      index('portal/draft/draft.tsx'),
      route('changes', 'portal/draft/changes.tsx'),
      route('triage/:question', 'portal/draft/triage.tsx'),
      route('place', 'portal/draft/place.tsx'),
      route('map', 'portal/draft/place-map.tsx'),
      route('plan', 'portal/draft/plan.tsx'),
      route('applicant', 'portal/draft/applicant.tsx'),
      route('form/:page', 'portal/draft/form.tsx'),
      route('check', 'portal/draft/check.tsx'),
    ]),
    ...prefix('applications/:application', [
      index('portal/follow/follow.tsx'),
      route('receipt', 'portal/follow/receipt.tsx'),
      route('steps/:step', 'portal/follow/report-step.tsx'),
      route('withdraw', 'portal/follow/withdraw.tsx'),
    ]),
    route('my', 'portal/follow/my.tsx'),
    route('track', 'portal/follow/track.tsx'),
    route('verify/:code?', 'portal/follow/verify.tsx'),
    route('account', 'portal/account/account.tsx'),
    route('signed-in', 'portal/account/signed-in.tsx'),
    route('ui', 'ui/gallery/gallery.tsx'),
    route('ui/fields', 'portal/gallery/fields.tsx'),
    route('about', 'portal/about/about.tsx'),
    route('privacy', 'portal/about/privacy.tsx'),
    route('accessibility', 'portal/about/accessibility.tsx'),
    route('*', 'portal/not-found.tsx'),
  ]),
  layout('workspace/layout/workspace-layout.tsx', prefix('work', workspace)),
] satisfies RouteConfig;
