import type { FieldError } from '#kernel/result.ts';
import { indexPack, type Pack } from '#modules/catalogue/index.ts';
import type { Answers } from '#modules/forms/index.ts';
import type { Plan } from '#modules/planning/index.ts';
import type { ApplicationsDeps } from './deps.ts';

type Numbered = Readonly<{ pack: Pack; plan: Plan; answers: Answers }>;

/**
 * Mistakes at numbers of records that the services of a plan are to change: none has it, or the record is closed. Where a
 * service of the same plan makes the record, that one is meant and no number is looked at.
 */
export async function recordNumberErrors(
  { registers }: Pick<ApplicationsDeps, 'registers'>,
  { pack, plan, answers }: Numbered,
): Promise<FieldError[]> {
  const { services } = indexPack(pack);
  const results = plan.items.flatMap(({ serviceId = '' }) => services.get(serviceId)?.result ?? []);
  const made = new Set(results.flatMap(({ register }) => register ?? []));
  const changes = results.flatMap(({ record }) =>
    record && !record.registers.some((id) => made.has(id)) ? record : [],
  );
  const found = changes.map(async (change): Promise<FieldError[]> => {
    const number = answers[change.number];
    if (typeof number !== 'string') return [];
    const fault = await registers.faultOf(change.registers, number.trim());
    return fault === undefined ? [] : [{ field: change.number, code: `forms/${fault}-record` }];
  });
  const errors = (await Promise.all(found)).flat();
  return [...new Map(errors.map((error) => [error.field, error])).values()];
}
