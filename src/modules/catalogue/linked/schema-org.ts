import type { Language, Localized } from '#kernel/language.ts';
import type { Pack } from '../pack/pack.ts';
import type { Service } from '../pack/services.ts';
import type { Situation } from '../pack/situations.ts';
import { durationOf } from './duration.ts';
import { concepts } from './words.ts';

type Thing = Readonly<Record<string, unknown>>;

/** Where the page stands and in which language it is. */
export type PageOfCity = Readonly<{
  pack: Pack;
  /** Address of the city, without a slash. */
  base: string;
  language: Language;
}>;

/** A service's page for search engines: a `GovernmentService` of schema.org and the way to it, in the page's language. */
export function serviceAsSchemaOrg(page: PageOfCity, service: Service): Thing {
  const { base, language, pack } = page;
  const path = `/services/${service.id}`;
  const outputs = service.produces.flatMap((id) => pack.outputs.find((output) => output.id === id)?.name ?? []);
  const results = [service.result.document, ...outputs].map((name) => name[language]);
  const duration = durationOf(service.term);
  return graphOf(page, {
    path,
    ...namesOf(service),
    more: {
      sameAs: `${base}/catalogue${path}`,
      provider: departmentOf(page, service.department),
      audience: {
        '@type': 'Audience',
        audienceType: service.applicants.map((kind) => concepts.applicant[kind][language]).join(', '),
      },
      serviceOutput: [...new Set(results)].map((name) => ({ '@type': 'Thing', name })),
      offers: [service.fee, ...(service.fee.cases ?? [])].map((fee) => ({
        '@type': 'Offer',
        price: fee.amount / 100,
        priceCurrency: fee.currency,
        ...('label' in fee && { description: fee.label[language] }),
      })),
    },
    channel: duration === undefined ? {} : { processingTime: duration },
  });
}

/** A situation's page: one service of the city that brings others together. */
export function situationAsSchemaOrg(page: PageOfCity, situation: Situation): Thing {
  const { base, language, pack } = page;
  const ids = new Set(situation.items.flatMap((item) => ('service' in item ? [item.service] : [])));
  const services = pack.services.filter(({ id }) => ids.has(id));
  const path = `/situations/${situation.id}`;
  return graphOf(page, {
    path,
    ...namesOf(situation),
    more: {
      sameAs: `${base}/catalogue${path}`,
      provider: authorityOf(page),
      hasOfferCatalog: {
        '@type': 'OfferCatalog',
        itemListElement: services.map((one) => ({
          '@type': 'Offer',
          itemOffered: {
            '@type': 'GovernmentService',
            '@id': `${base}/services/${one.id}`,
            name: one.name[language],
            url: `${base}/services/${one.id}`,
          },
        })),
      },
    },
    channel: {},
  });
}

const namesOf = ({ name, summary }: Readonly<{ name: Localized; summary: Localized }>) => ({ name, summary });

type Told = Readonly<{ path: string; name: Localized; summary: Localized; more: Thing; channel: Thing }>;

function graphOf({ pack: { city }, base, language }: PageOfCity, { path, name, summary, more, channel }: Told): Thing {
  const url = `${base}${path}`;
  const crumbs = [
    { name: city.name[language], item: `${base}/` },
    { name: name[language], item: url },
  ];
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'GovernmentService',
        '@id': url,
        name: name[language],
        description: summary[language],
        url,
        areaServed: { '@type': 'City', name: city.name[language] },
        availableChannel: {
          '@type': 'ServiceChannel',
          serviceUrl: url,
          availableLanguage: city.languages,
          ...channel,
        },
        ...more,
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: crumbs.map((crumb, index) => ({ '@type': 'ListItem', position: index + 1, ...crumb })),
      },
    ],
  };
}

const authorityOf = ({ pack: { city }, base, language }: PageOfCity): Thing => ({
  '@type': 'GovernmentOrganization',
  '@id': `${base}/catalogue/departments/authority`,
  name: city.authority[language],
});

function departmentOf(page: PageOfCity, id: string): Thing {
  const { pack, base, language } = page;
  const department = pack.departments.find((one) => one.id === id);
  if (department === undefined) return authorityOf(page);
  return {
    '@type': 'GovernmentOrganization',
    '@id': `${base}/catalogue/departments/${id}`,
    name: department.name[language],
    parentOrganization: authorityOf(page),
    ...(department.address && { address: department.address[language] }),
    ...(department.phone && { telephone: department.phone }),
    ...(department.url && { url: department.url }),
  };
}
