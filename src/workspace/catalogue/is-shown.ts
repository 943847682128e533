import { countUnverified, type Pack, type Service } from '#modules/catalogue/index.ts';
import type { CatalogueFilter } from './filter.ts';

/** Whether a service passes; `found` are the ids that the query found, undefined without a query. */
export function isShown(
  { pack, filter, found }: Readonly<{ pack: Pack; filter: CatalogueFilter; found: ReadonlySet<string> | undefined }>,
  service: Service,
): boolean {
  return (
    (found?.has(service.id) ?? true) &&
    (filter.department === '' || service.department === filter.department) &&
    (!filter.digital || service.digital) &&
    (!filter.unverified || countUnverified(pack, service) > 0)
  );
}
