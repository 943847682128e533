import { describe, expect, it } from 'vitest';
import { describeService } from './describe-service.ts';
import { checkTiny, dig, goodFile } from './pack/mistake.fixture.ts';

async function passportOf(id: string, change: (text: string) => string = (text) => text) {
  const { pack, errors } = await checkTiny({ [dig]: change(goodFile(dig)) });
  if (!pack) throw new Error(JSON.stringify(errors));
  return describeService(pack, id);
}

describe('the passport of a service', () => {
  it('tells who decides, what is asked, what it rests on and what it gives', async () => {
    const passport = await passportOf('dig');
    expect(passport).toMatchObject({
      department: { value: { id: 'works' } },
      register: { id: 'orders' },
      produces: [{ id: 'order' }],
      situations: [{ id: 'dig-up' }],
      requests: [{ value: { to: 'district' } }],
      unverifiedCount: 0,
    });
    expect(
      passport.evidence.map(({ value }) => [value.name.en, value.provider, value.from.map(({ id }) => id)]),
    ).toEqual([
      ['Scheme', 'applicant', []],
      ['Plan', 'output', ['plan']],
    ]);
    expect(passport.inputs.map(({ value }) => value.element.id)).toEqual(['dig.kind', 'dig.on-roadway', 'dig.depth']);
  });

  it('marks every fact that nobody has checked', async () => {
    const passport = await passportOf('dig', (text) =>
      text
        .replace('version: 1', 'version: 1\nunverified: [term, fee.amount, grounds.e1.text, legalBasis.0]')
        .replace('  - { id: plan, provider: output }', '  - { id: plan, provider: output, unverified: ["*"] }'),
    );
    expect(passport.term.unverified).toEqual(['*']);
    expect(passport.fee.unverified).toEqual(['amount']);
    expect(passport.grounds[0]?.unverified).toEqual(['text']);
    expect(passport.legalBasis[0]?.unverified).toEqual(['*']);
    expect(passport.evidence[1]?.unverified).toEqual(['*']);
    expect(passport.name.unverified).toEqual([]);
    expect(passport.unverifiedCount).toBe(5);
  });

  it('of a service that does not exist is refused', async () => {
    await expect(passportOf('felling')).rejects.toThrow('catalogue/unknown-service');
  });
});
