import type { Localized } from '#kernel/language.ts';
import type { Pack } from '#modules/catalogue/index.ts';
import { itemName, type Plan, type PlanItem } from '#modules/planning/index.ts';

/** An item of the plan with the names a reader needs. */
export type PlanStep = Readonly<{
  key: string;
  number: number;
  kind: PlanItem['kind'];
  name: Localized;
  /** Whose step it is; nobody's name when it is the applicant's own. */
  owner?: Readonly<{ short: Localized; name: Localized }>;
  reason: Localized;
  isUncertain: boolean;
  /** The applicant may do without it. */
  mayLeaveOut: boolean;
  isCritical: boolean;
  term: PlanItem['term'];
  /** The case in which this term holds, where it is not the usual one. */
  termCase?: Localized;
  /** What answers not given yet may still shorten or lower. */
  open: readonly ('term' | 'fee')[];
  /** The length is a guess and no legal term. */
  isEstimate: boolean;
  starts: string;
  ends: string;
  slackDays: number;
  needs: readonly string[];
  /** Numbers of the steps that must end first. */
  after: readonly number[];
  bring: readonly Localized[];
  cityGets: readonly Localized[];
  fee: PlanItem['fee'];
}>;

/** The plan as it is shown: numbered steps in order and the figures above them. */
export type PlanView = Readonly<{
  steps: readonly PlanStep[];
  /** What the applicant does without. */
  leftOut: readonly Readonly<{ key: string; name: Localized }>[];
  startsOn: string;
  endsOn: string;
  /** The end relies on a year whose calendar is not published yet. */
  provisional: boolean;
  services: number;
  departments: number;
  fees: number;
  /** Answers not given yet may still lower the fees. */
  areFeesOpen: boolean;
  askedOnceSavings: number;
}>;

/** Names the plan's items by the pack it was made from. */
export function planView(plan: Plan, pack: Pack): PlanView {
  const numbers = new Map(plan.items.map((item, at) => [item.key, at + 1]));
  const departments = new Map(pack.departments.map((department) => [department.id, department]));
  const own = plan.items.filter(({ kind }) => kind === 'service');
  return {
    steps: plan.items.map((item, at) => {
      const { key, kind, reason, term, starts, ends, slackDays, needs, fee, termCase, open = [] } = item;
      const department = departments.get(item.ownerId);
      const owner = department ? { owner: { short: department.short, name: department.name } } : {};
      return {
        ...{
          key,
          number: at + 1,
          kind,
          name: itemName(pack, key),
          ...owner,
          reason,
          term,
          starts,
          ends,
          slackDays,
          needs,
          fee,
          open,
          ...(termCase ? { termCase } : {}),
        },
        isUncertain: item.status === 'check',
        mayLeaveOut: item.status === 'check' && own.some((service) => service.key !== key),
        isCritical: item.critical,
        isEstimate: item.estimated,
        after: needs.flatMap((need) => numbers.get(need) ?? []).toSorted((a, b) => a - b),
        bring: item.documents.bring.map(({ name }) => name),
        cityGets: item.documents.cityGets.map(({ name }) => name),
      };
    }),
    leftOut: (plan.leftOut ?? []).map((key) => ({ key, name: itemName(pack, key) })),
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    provisional: plan.provisional,
    services: own.length,
    departments: new Set(own.map(({ ownerId }) => ownerId)).size,
    fees: plan.fees,
    areFeesOpen: plan.items.some(({ open = [] }) => open.includes('fee')),
    askedOnceSavings: plan.askedOnceSavings,
  };
}
