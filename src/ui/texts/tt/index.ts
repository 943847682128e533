import type { Texts } from '../ru/index.ts';
import { shell } from './shell.ts';

export const tt = { ...shell } satisfies Texts;
