import type { Texts } from '../ru/index.ts';
import { draft } from './draft.ts';
import { find } from './find.ts';
import { forms } from './forms.ts';
import { shell } from './shell.ts';

export const tt = { ...forms, ...shell, ...find, ...draft } satisfies Texts;
