import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, feelContext, feelName, isTrue, parse, type Truth } from './index.ts';

describe('names', () => {
  it('an element is read in camel case because a hyphen is a minus in FEEL', () => {
    expect(feelName('site.cadastral-number')).toBe('site.cadastralNumber');
    expect(feelName('works.stage-2')).toBe('works.stage2');
  });

  it('answers nest by the dots of their elements', () => {
    const context = feelContext({
      answers: { 'excavation.on-roadway': true, 'excavation.depth': 2 },
      triage: { 'has-plan': 'no' },
    });
    expect(context).toEqual({ answers: { excavation: { onRoadway: true, depth: 2 } }, triage: { hasPlan: 'no' } });
  });
});

describe('parsing', () => {
  it('an expression tells every name it reads and every function it calls', () => {
    const parsed = parse(
      'triage.land = "none" and not(list contains(answers.works.kinds, "trench")) or place.area > 100',
    );
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        reads: ['triage.land', 'answers.works.kinds', 'place.area'],
        functions: ['not', 'list contains'],
        roots: ['triage', 'answers', 'place'],
      },
    });
  });

  it('names an expression binds itself are not read from the application', () => {
    expect(parse('some kind in answers.kinds satisfies kind = "trench"')).toMatchObject({
      value: { reads: ['answers.kinds'] },
    });
    expect(parse('count(answers.kinds[item = "trench"]) > 0')).toMatchObject({ value: { reads: ['answers.kinds'] } });
  });

  it('texts an answer is compared with are listed, so that a misspelt value can be found', () => {
    const parsed = parse('triage.land in ("own", "none") or "sale" != triage.deal');
    expect(parsed).toMatchObject({
      value: {
        comparisons: [
          { name: 'triage.land', texts: ['own', 'none'] },
          { name: 'triage.deal', texts: ['sale'] },
        ],
      },
    });
  });

  it.each([
    ['triage.land = "none" and', 24],
    ['triage.land == "none"', 13],
    ['(place.area > 3', 15],
  ])('%s is refused at the place where it stops being FEEL', (source, from) => {
    const parsed = parse(source);
    expect(parsed.ok).toBe(false);
    expect(!parsed.ok && parsed.error.from).toBe(from);
  });
});

describe('calculations', () => {
  it('a value comes with the names it was made of and with those that were missing', () => {
    expect(evaluate('place.area * 2', { place: { area: 3 } })).toEqual({
      value: 6,
      reads: ['place.area'],
      missing: [],
      warnings: [],
    });
    const empty = evaluate('place.area * 2', { place: {} });
    expect(empty).toMatchObject({ value: null, missing: ['place.area'] });
    expect(empty.warnings).not.toHaveLength(0);
  });

  it('warnings of one evaluation do not stay for the next', () => {
    evaluate('place.area + 1', {});
    expect(evaluate('place.area + 1', { place: { area: 1 } }).warnings).toEqual([]);
  });

  it('an expression that is not FEEL is a mistake of ours and stops', () => {
    expect(() => evaluate('and and', {})).toThrow('not FEEL');
  });
});

describe('conditions', () => {
  it.each<[string, Truth]>([
    ['triage.land = "own"', 'yes'],
    ['triage.land = "none"', 'no'],
    ['triage.zone = "none"', 'unknown'],
    ['triage.zone != "none"', 'unknown'],
    ['triage.zone in ("a", "b")', 'unknown'],
    ['not(triage.zone = "none")', 'unknown'],
    ['triage.zone = "none" or triage.land = "own"', 'yes'],
    ['triage.zone = "none" and triage.land = "none"', 'no'],
    ['triage.zone = "none" and triage.land = "own"', 'unknown'],
    ['(triage.zone = "a" or triage.land = "none") and place.area > 5', 'unknown'],
    ['list contains(answers.works.kinds, "trench")', 'unknown'],
    ['place.inHistoricCentre', 'unknown'],
    ['place.area > 5', 'yes'],
    ['place.area between 20 and 30', 'no'],
    ['answers.works.kinds = null', 'yes'],
    ['answers.works.kinds != null and triage.land = "own"', 'no'],
    ['list contains(place.restrictions, "water-protection")', 'yes'],
    ['if triage.zone = "a" then true else false', 'unknown'],
    ['place.area', 'unknown'],
  ])('%s is %s', (condition, expected) => {
    const context = { triage: { land: 'own' }, place: { area: 10, restrictions: ['water-protection'] } };
    expect(isTrue(condition, context)).toBe(expected);
  });

  it('an inherited property of objects is not an answer', () => {
    expect(isTrue('triage.constructor = null', { triage: {} })).toBe('yes');
  });

  const atom = fc.constantFrom('a', 'b', 'c').map((name) => `triage.${name} = "yes"`);
  const { condition } = fc.letrec<{ condition: string }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 4 },
      atom,
      fc
        .tuple(tie('condition'), fc.constantFrom('and', 'or'), tie('condition'))
        .map(([left, joint, right]) => `(${left} ${joint} ${right})`),
      tie('condition').map((inner) => `not(${inner})`),
    ),
  }));
  const answer = fc.constantFrom('yes', 'no');
  const answers = fc.record({ a: answer, b: answer, c: answer });

  it('what is decided with some answers missing stays so whatever they turn out to be', () => {
    fc.assert(
      fc.property(condition, answers, fc.subarray(['a', 'b', 'c'] as const), (expression, triage, known) => {
        const partial = Object.fromEntries(known.map((name) => [name, triage[name]]));
        const early = isTrue(expression, { triage: partial });
        const late = isTrue(expression, { triage });
        return late !== 'unknown' && (early === 'unknown' || early === late);
      }),
    );
  });
});
