/** Pipes and cables under the streets, overhead lines and mains across them, and the zones that guard them. */
import { fromPlan, offset, type Point, type Ring } from './plane.ts';
import type { Kind } from './sectors.ts';

export const networkIds = ['storm-sewer', 'water-supply', 'power', 'gas', 'heat'] as const;
export type NetworkId = (typeof networkIds)[number];
export type Pipe = Readonly<{
  network: NetworkId;
  kind: string;
  line: readonly Point[];
  guard: number;
  guardCode: string;
}>;

/** How each network lies in a street: metres left of the middle, and metres of guard on each side (general knowledge). */
const laid: Readonly<Record<NetworkId, { left: number; guard: number; kind: string }>> = {
  'storm-sewer': { left: 5, guard: 5, kind: 'collector' },
  'water-supply': { left: -3, guard: 5, kind: 'street-main' },
  power: { left: 7.5, guard: 1, kind: 'cable-10kV' },
  gas: { left: 6, guard: 2, kind: 'low-pressure' },
  heat: { left: -7, guard: 3, kind: 'street-main' },
};

/** Which networks a street of a sector carries: `every` n-th street, never where 0. */
const density: Readonly<Record<Kind, Readonly<Record<NetworkId, number>>>> = {
  centre: { 'storm-sewer': 2, 'water-supply': 1, power: 2, gas: 3, heat: 2 },
  urban: { 'storm-sewer': 2, 'water-supply': 1, power: 2, gas: 3, heat: 2 },
  microdistrict: { 'storm-sewer': 2, 'water-supply': 1, power: 2, gas: 0, heat: 2 },
  industry: { 'storm-sewer': 3, 'water-supply': 2, power: 1, gas: 3, heat: 0 },
  // Districts of private houses have no storm sewer: a place there is far from one.
  houses: { 'storm-sewer': 0, 'water-supply': 2, power: 2, gas: 1, heat: 0 },
};

const across: readonly Pipe[] = [
  // 20 m: Government decree 160 of 24.02.2009, overhead lines of 110 kV.
  ...[
    '12.6 -1.4, 9.6 1.6, 10.4 2.6, 8.6 5.2, 6.4 9, 2.4 12.2',
    '-13.4 7.6, -11.9 6.1, -8.6 6.4, -5 4.4, -3.4 6.8, 0.6 8.1',
    '2.2 -12.8, 0.3 -9, 1.2 -7.2, 4.2 -9.3, 5.6 -5.6, 8.4 -4.6',
  ].map((plan) => ({
    network: 'power' as const,
    kind: 'overhead-110kV',
    line: fromPlan(plan),
    guard: 20,
    guardCode: 'guard-power-overhead',
  })),
  ...['14 3, 10.3 2.1, 7.2 2.4, 5 -0.4, 5.2 -4.8', '-11.4 8.2, -8.2 5.2, -4.8 3.7, -2.2 4.8'].map((plan) => ({
    network: 'gas' as const,
    kind: 'high-pressure',
    line: fromPlan(plan),
    guard: 10,
    guardCode: 'guard-gas-main',
  })),
];

/** The pipes of one street. `index` counts the streets of a direction, so that every n-th is found. */
export function pipesUnder(line: readonly Point[], kind: Kind, index: number): Pipe[] {
  return networkIds.flatMap((network): Pipe[] => {
    const every = density[kind][network];
    if (every === 0 || index % every !== 0) return [];
    const { left, guard, kind: name } = laid[network];
    return [{ network, kind: name, line: offset(line, left), guard, guardCode: `guard-${network}` }];
  });
}

export const pipesAcross: readonly Pipe[] = across;

/** The strip that guards a pipe. */
export const guardStrip = (pipe: Pipe): Ring => [
  ...offset(pipe.line, -pipe.guard),
  ...offset(pipe.line, pipe.guard).reverse(),
];
