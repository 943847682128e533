import { index, layout, type RouteConfig, route } from '@react-router/dev/routes';

export default [
  layout('portal/portal-layout.tsx', [
    index('portal/find/start.tsx'),
    route('search', 'portal/find/search.tsx'),
    route('situations/:situation', 'portal/find/situation.tsx'),
    route('services/:service', 'portal/find/service.tsx'),
    route('*', 'portal/not-found.tsx'),
  ]),
] satisfies RouteConfig;
