import type { Texts } from '../ru/index.ts';
import { about } from './about.ts';
import { draft } from './draft.ts';
import { find } from './find.ts';
import { follow } from './follow.ts';
import { forms } from './forms.ts';
import { map } from './map.ts';
import { operations } from './operations.ts';
import { shell } from './shell.ts';
import { terms } from './terms.ts';
import { work } from './work.ts';

export const tt = {
  ...forms,
  ...map,
  ...shell,
  ...find,
  ...draft,
  ...follow,
  ...about,
  ...work,
  ...terms,
  ...operations,
} satisfies Texts;
