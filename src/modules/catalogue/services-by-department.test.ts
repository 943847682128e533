import { expect, it } from 'vitest';
import { loadPack } from './pack/load.ts';
import { servicesByDepartment } from './services-by-department.ts';

it('services of a department stand by number, those without one by name in the language of the reader', async () => {
  const loaded = await loadPack('cities/kazan');
  if (!loaded.ok) throw new Error('Kazan does not load');
  const [first, second, third, fourth] = loaded.value.services;
  if (!first || !second || !third || !fourth) throw new Error('Kazan has too few services');
  const named = (ru: string, en: string) => ({ row: undefined, department: 'kvb', name: { ru, tt: ru, en } });
  const services = [
    { ...first, ...named('Яма', 'A pit') },
    { ...second, ...named('Ёлка', 'Spruce') },
    { ...third, ...named('Арка', 'Arch') },
    { ...fourth, ...named('Улица', 'Street'), row: 7 },
  ];
  const pack = { ...loaded.value, services };
  const names = (language: 'ru' | 'en') =>
    servicesByDepartment(pack, language)
      .get('kvb')
      ?.map(({ name }) => name[language]);
  expect(names('ru')).toEqual(['Улица', 'Арка', 'Ёлка', 'Яма']);
  expect(names('en')).toEqual(['Street', 'A pit', 'Arch', 'Spruce']);
});
