import { beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '#kernel/language.ts';
import { loadPack } from '../pack/load.ts';
import type { Pack } from '../pack/pack.ts';
import { search } from './search.ts';

let kazan: Pack;
beforeAll(async () => {
  const loaded = await loadPack('cities/kazan');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error, null, 1));
  kazan = loaded.value;
});

/** Everyday question → what must be the first answer of its kind. */
const questions: Record<Language, readonly (readonly [string, string])[]> = {
  ru: [
    ['хочу построить офис', 'build-office'],
    ['построю офисное здание', 'build-office'],
    ['бизнес центр', 'build-office'],
    ['стройка офиса', 'build-office'],
    ['офисы', 'build-office'],
    ['jabc', 'build-office'],
    ['раскопать тротуар', 'excavation-order'],
    ['ордер на раскопки', 'excavation-order'],
    ['вскрыть асфальт', 'excavation-order'],
    ['копать траншею', 'excavation-order'],
    ['земляные работы', 'excavation-order'],
    ['зимляные роботы', 'excavation-order'],
    ['как получить ГПЗУ', 'urban-plan'],
    ['градостроительный план', 'urban-plan'],
    ['градплан участка', 'urban-plan'],
    ['ливневка', 'storm-water-conditions'],
    ['условия на ливнёвку', 'storm-water-conditions'],
    ['куда девать дождевую воду', 'storm-water-conditions'],
    ['разрешение на строительство', 'building-permit'],
    ['разришение на строительсво', 'building-permit'],
    ['ввод в эксплуатацию', 'commissioning-permit'],
    ['сдать здание', 'commissioning-permit'],
    ['номер дома', 'address-assignment'],
    ['присвоить адрес новому зданию', 'address-assignment'],
    ['flhtc', 'address-assignment'],
    ['фасад', 'facade-image'],
    ['согласовать внешний вид здания', 'facade-image'],
    ['озеленение двора', 'landscaping-certificate'],
    ['купить землю у города', 'plot-provision'],
    ['аренда участка', 'plot-provision'],
    ['предварительное согласование участка', 'plot-preliminary-approval'],
    ['земля под строительство', 'plot-preliminary-approval'],
    ['справка по ливневке', 'storm-water-certificate'],
  ],
  tt: [
    ['офис төзергә телим', 'build-office'],
    ['офис бинасы төзү', 'build-office'],
    ['бизнес үзәк', 'build-office'],
    ['офис', 'build-office'],
    ['җир казу', 'excavation-order'],
    ['жир казу', 'excavation-order'],
    ['җир эшләре', 'excavation-order'],
    ['асфальтны ачарга', 'excavation-order'],
    ['траншея казырга', 'excavation-order'],
    ['кишәрлек планы', 'urban-plan'],
    ['кишэрлек планы', 'urban-plan'],
    ['шәһәр төзелеше планы', 'urban-plan'],
    ['яңгыр суы', 'storm-water-conditions'],
    ['янгыр сулары', 'storm-water-conditions'],
    ['кар суын агызу', 'storm-water-conditions'],
    ['төзелеш рөхсәте', 'building-permit'],
    ['төзелешкә рөхсәт алу', 'building-permit'],
    ['тозелеш рохсате', 'building-permit'],
    ['файдалануга кертү', 'commissioning-permit'],
    ['бинаны тапшыру', 'commissioning-permit'],
    ['йорт номеры', 'address-assignment'],
    ['адрес бирү', 'address-assignment'],
    ['бинаның тышкы кыяфәте', 'facade-image'],
    ['яшелләндерү', 'landscaping-certificate'],
    ['җир арендалау', 'plot-provision'],
    ['төзелешкә җир алу', 'plot-preliminary-approval'],
    // Russian words typed on a Tatar page.
    ['раскопки', 'excavation-order'],
    ['разрешение на строительство', 'building-permit'],
  ],
  en: [
    ['I want to build an office', 'build-office'],
    ['building offices', 'build-office'],
    ['ofice building', 'build-office'],
    ['business center', 'build-office'],
    ['dig a trench', 'excavation-order'],
    ['digging up the street', 'excavation-order'],
    ['excavations', 'excavation-order'],
    ['excavaton permit', 'excavation-order'],
    ['urban plan of my plot', 'urban-plan'],
    ['plot development plan', 'urban-plan'],
    ['storm drain', 'storm-water-conditions'],
    ['rain water drainage', 'storm-water-conditions'],
    ['building permit', 'building-permit'],
    ['construction permits', 'building-permit'],
    ['commissioning a building', 'commissioning-permit'],
    ['occupancy', 'commissioning-permit'],
    ['house number', 'address-assignment'],
    ['new addresses', 'address-assignment'],
    ['facade', 'facade-image'],
    ['look of the building', 'facade-image'],
    ['landscape', 'landscaping-certificate'],
    ['rent land from the city', 'plot-provision'],
    ['land to build on', 'plot-preliminary-approval'],
    ['вшп', 'excavation-order'],
  ],
};

describe.each(Object.entries(questions) as [Language, (typeof questions)[Language]][])('in %s', (language, asked) => {
  it.each(asked)('“%s” leads to %s', (text, expected) => {
    const hits = search(kazan, text, language);
    const kind = kazan.situations.some(({ id }) => id === expected) ? 'situation' : 'service';
    const ids = hits.map(({ id, kind: found, score }) => `${found} ${id} ${score.toFixed(2)}`);
    expect(hits.find((hit) => hit.kind === kind)?.id, ids.join(', ')).toBe(expected);
    // Only a situation may stand before the service that is meant.
    expect(
      hits.findIndex(({ id }) => id === expected),
      ids.join(', '),
    ).toBeLessThan(1 + kazan.situations.length);
  });
});

describe('search', () => {
  it('a life situation comes before the services it brings', () => {
    expect(search(kazan, 'построить здание', 'ru')[0]).toMatchObject({ kind: 'situation', id: 'build-office' });
  });

  it.each(['', '   ', '!!!', 'qwzxvbn', 'ъъъъъ'])('“%s” finds nothing', (text) => {
    expect(search(kazan, text, 'ru')).toEqual([]);
  });

  it('a very long question is answered as fast as a short one', () => {
    const started = performance.now();
    search(kazan, 'разрешение на строительство офиса '.repeat(10_000), 'ru');
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('gives no more answers than asked for', () => {
    expect(search(kazan, 'здание участок план', 'ru', { limit: 2 })).toHaveLength(2);
  });
});
