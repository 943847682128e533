import type { Wish } from './write-draft.ts';

/** What one applicant did, and how far the city has come with it. */
export type Story = Readonly<{
  /** Demo person who files. */
  who: 'resident-1' | 'resident-2' | 'entrepreneur-1';
  /** Files for the company. */
  company?: true;
  subject: Wish['subject'];
  triage?: Wish['triage'];
  /** Days before today. */
  ago: number;
  /** Acts of departments and of the applicant since then, if there was time for them. */
  acts: number;
  /** The first department refuses to take it up. */
  isRejected?: true;
  /** A service that is refused, on which ground of its passport: the applicant has to apply for it again. */
  refused?: Readonly<{ serviceId: string; ground: string }>;
}>;

const office = { situationId: 'build-office' };
const service = (serviceId: string) => ({ serviceId });
const ownPlot = { land: 'own', building: 'new', size: 'small', funding: 'own', storm: 'yes', networks: 'no' };

/** The first few make every queue alive at the first start; all of them fill a demonstration. */
export const stories: readonly Story[] = [
  { who: 'resident-2', subject: office, triage: ownPlot, ago: 9, acts: 5 },
  { who: 'entrepreneur-1', company: true, subject: service('excavation-order'), ago: 3, acts: 1 },
  { who: 'resident-1', subject: service('urban-plan'), ago: 6, acts: 3 },
  { who: 'entrepreneur-1', company: true, subject: office, triage: { land: 'none' }, ago: 1, acts: 0 },
  {
    who: 'resident-1',
    subject: office,
    triage: ownPlot,
    ago: 15,
    acts: 8,
    refused: { serviceId: 'urban-plan', ground: 'g3' },
  },
  { who: 'resident-2', subject: service('facade-image'), ago: 16, acts: 4 },
  { who: 'entrepreneur-1', company: true, subject: office, triage: ownPlot, ago: 58, acts: 40 },
  { who: 'entrepreneur-1', company: true, subject: service('excavation-order'), ago: 12, acts: 6 },
  { who: 'resident-1', subject: service('address-assignment'), ago: 5, acts: 1 },
  { who: 'resident-2', subject: service('storm-water-conditions'), ago: 20, acts: 6 },
  { who: 'resident-1', subject: service('tree-felling'), ago: 4, acts: 2 },
  { who: 'resident-2', subject: service('excavation-order'), ago: 8, acts: 3 },
  { who: 'entrepreneur-1', company: true, subject: service('facade-image'), ago: 2, acts: 1 },
  { who: 'resident-1', subject: service('urban-plan'), ago: 30, acts: 6 },
  { who: 'entrepreneur-1', company: true, subject: service('storm-water-conditions'), ago: 11, acts: 3 },
  { who: 'resident-2', subject: service('address-assignment'), ago: 14, acts: 6 },
  { who: 'resident-1', subject: office, triage: { ...ownPlot, land: 'unsure' }, ago: 24, acts: 12 },
  { who: 'resident-2', subject: service('urban-plan'), ago: 1, acts: 0 },
  { who: 'entrepreneur-1', company: true, subject: service('excavation-order'), ago: 26, acts: 6 },
  { who: 'resident-1', subject: service('facade-image'), ago: 10, acts: 2, isRejected: true },
  { who: 'resident-2', subject: service('excavation-order'), ago: 2, acts: 0 },
  { who: 'entrepreneur-1', company: true, subject: service('address-assignment'), ago: 7, acts: 3 },
  { who: 'resident-1', subject: service('storm-water-conditions'), ago: 3, acts: 0 },
  { who: 'resident-2', subject: office, triage: { ...ownPlot, storm: 'no' }, ago: 40, acts: 24 },
  { who: 'entrepreneur-1', company: true, subject: service('urban-plan'), ago: 13, acts: 3 },
  { who: 'resident-1', subject: service('excavation-order'), ago: 1, acts: 1 },
  { who: 'resident-2', subject: service('facade-image'), ago: 5, acts: 3 },
  { who: 'entrepreneur-1', company: true, subject: service('excavation-order'), ago: 33, acts: 6 },
  { who: 'resident-1', subject: service('address-assignment'), ago: 18, acts: 6 },
  { who: 'resident-2', subject: service('urban-plan'), ago: 22, acts: 4 },
  { who: 'entrepreneur-1', company: true, subject: service('facade-image'), ago: 0, acts: 0 },
];
