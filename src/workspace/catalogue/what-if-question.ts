import { z } from 'zod';
import { PlanWhatIf } from '#modules/applications/commands.ts';
import type { WhatIf } from '#modules/applications/index.ts';
import type { Situation } from '#modules/catalogue/index.ts';

/** What the page's address supposes: answers, first day and days of the calendar; an unreadable day is none. */
export function questionOf(situation: Situation, params: URLSearchParams): PlanWhatIf {
  const triage = situation.triage.map(({ id, options }) => {
    const given = params.get(`answer.${id}`);
    const known = options.find(({ value }) => value === given) ?? options[0];
    return [id, known?.value ?? ''];
  });
  const from = dayOf(params, 'from');
  return PlanWhatIf.parse({
    situationId: situation.id,
    triage: Object.fromEntries(triage),
    ...(from === undefined ? {} : { startsOn: from }),
  });
}

/** The same with the rules that the address supposes; undefined when it supposes none. Units stay those of the plan. */
export function supposedIn(
  question: PlanWhatIf,
  plan: WhatIf['plan'],
  params: URLSearchParams,
): PlanWhatIf | undefined {
  const terms = plan.items.flatMap(({ key, kind, term }) => {
    const amount = Number(params.get(`amount.${key}`) ?? term.amount);
    if (amount === term.amount || !Number.isInteger(amount) || amount < 1 || amount > 999) return [];
    return { ...(kind === 'service' ? { serviceId: key } : { stepId: key }), amount, unit: term.unit };
  });
  const use = params.get('calendar') || undefined;
  const [off, working] = [dayOf(params, 'off'), dayOf(params, 'working')];
  const calendar = { ...(use && { use }), off: off ? [off] : [], working: working ? [working] : [] };
  if (terms.length === 0 && use === undefined && off === undefined && working === undefined) return undefined;
  return PlanWhatIf.parse({ ...question, suppose: { terms, calendar } });
}

const dayOf = (params: URLSearchParams, name: string): string | undefined =>
  z.iso.date().safeParse(params.get(name)).data;
