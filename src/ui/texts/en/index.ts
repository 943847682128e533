import type { Texts } from '../ru/index.ts';
import { shell } from './shell.ts';

export const en = { ...shell } satisfies Texts;
