/** Which services a designer wants to see; what is empty or false says nothing. */
export type CatalogueFilter = Readonly<{ query: string; department: string; digital: boolean; unverified: boolean }>;

/** The filter in the address of the page: `?q=дерево&department=kvb&digital=yes&unverified=yes`. */
export function filterOf({ searchParams }: URL): CatalogueFilter {
  return {
    query: (searchParams.get('q') ?? '').trim(),
    department: searchParams.get('department') ?? '',
    digital: searchParams.get('digital') === 'yes',
    unverified: searchParams.get('unverified') === 'yes',
  };
}

type Filtered = Readonly<{
  id: string;
  department: Readonly<{ id: string }>;
  digital: boolean;
  unverifiedCount: number;
}>;

/** Whether a service passes; `found` are the ids that the query found, undefined without a query. */
export function isShown(one: Filtered, filter: CatalogueFilter, found: ReadonlySet<string> | undefined): boolean {
  return (
    (found?.has(one.id) ?? true) &&
    (filter.department === '' || one.department.id === filter.department) &&
    (!filter.digital || one.digital) &&
    (!filter.unverified || one.unverifiedCount > 0)
  );
}
