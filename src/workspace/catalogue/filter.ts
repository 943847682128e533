/** Which services a designer wants to see; what is empty or false says nothing. */
export type CatalogueFilter = Readonly<{ query: string; department: string; digital: boolean; unverified: boolean }>;

/** Address of a filtered catalogue, or of the page of its services behind one with the id `after`. */
export function cataloguePath({ query, department, digital, unverified }: CatalogueFilter, after: string): string {
  const said = {
    q: query,
    department,
    digital: digital ? 'yes' : '',
    unverified: unverified ? 'yes' : '',
    after,
  };
  const search = new URLSearchParams(Object.entries(said).filter(([, value]) => value !== ''));
  return search.size === 0 ? '/work/catalogue' : `/work/catalogue?${search}`;
}

/** The filter in the address of the page: `?q=дерево&department=kvb&digital=yes&unverified=yes`. */
export function filterOf({ searchParams }: URL): CatalogueFilter {
  return {
    query: (searchParams.get('q') ?? '').trim(),
    department: searchParams.get('department') ?? '',
    digital: searchParams.get('digital') === 'yes',
    unverified: searchParams.get('unverified') === 'yes',
  };
}
