import { index, layout, type RouteConfig, route } from '@react-router/dev/routes';

export default [layout('portal/portal-layout.tsx', [index('portal/start.tsx')])] satisfies RouteConfig;
