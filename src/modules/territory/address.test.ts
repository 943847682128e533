import { describe, expect, test } from 'vitest';
import { houseKey, lettersApart, misspellings, readAddress, streetWords, writeAddress } from './address.ts';

const bauman = { ru: 'улица Баумана', tt: 'Бауман урамы', en: 'Bauman Street' };

describe('an address as people type it', () => {
  test.each([
    ['ул. Баумана, д. 36', ['баумана'], '36'],
    ['36 Bauman Street', ['bauman'], '36'],
    ['Бауман урамы, 36 нчы йорт', ['бауман', 'n36'], undefined],
    ['БАУМАНА 12-а', ['баумана'], '12а'],
    ['Баумана 12 А', ['баумана'], '12а'],
    ['Bauman 12A', ['bauman'], '12а'],
    ['г. Казань, ул Баумана 36/12, кв. 5', ['казань', 'баумана'], '36/12'],
    ['2-я Садовая ул., 7', ['n2', 'садовая'], '7'],
    ['7, 2nd Sadovaya Street', ['n2', 'sadovaya'], '7'],
    ['Җиңү проспекты', ['жину'], undefined],
    ['Габдуллы Тукая', ['габдуллы', 'тукая'], undefined],
  ])('%s', (text, words, house) => {
    const read = readAddress(text);
    expect(read.words).toEqual(words);
    expect(read.house).toBe(house);
  });

  test('a street is found by its words in every language, without the word for street', () => {
    expect(streetWords(bauman)).toEqual(['баумана', 'бауман', 'bauman']);
    expect(streetWords({ ru: '2-я Полевая улица', tt: '2 нче Басу урамы', en: '2nd Polevaya Street' })).toEqual([
      'n2',
      'полевая',
      'басу',
      'polevaya',
    ]);
  });

  test('a house number is the same with a blank, a hyphen or a Latin letter', () => {
    expect(['12 А', '12-а', '12A', '12а'].map(houseKey)).toEqual(['12а', '12а', '12а', '12а']);
  });

  test('one wrong letter is forgiven, two in long words, and none in short ones', () => {
    const known = ['баумана', 'пушкина', 'космонавтов', 'серова'];
    expect(misspellings('бауиана', known)).toEqual(['баумана']);
    expect(misspellings('касмонафтов', known)).toEqual(['космонавтов']);
    expect(misspellings('сер', known)).toEqual([]);
    expect(misspellings('ленина', known)).toEqual([]);
  });

  test('letters apart are counted as changed, added or left out', () => {
    expect(lettersApart('пушкина', 'пушкина')).toBe(0);
    expect(lettersApart('пушкна', 'пушкина')).toBe(1);
    expect(lettersApart('горького', 'толстого')).toBe(3);
  });

  test('an address is written street first in each language', () => {
    expect(writeAddress(bauman, '36')).toEqual({
      ru: 'улица Баумана, 36',
      tt: 'Бауман урамы, 36',
      en: 'Bauman Street, 36',
    });
  });
});
