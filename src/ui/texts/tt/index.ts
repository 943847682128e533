import type { Texts } from '../ru/index.ts';
import { about } from './about.ts';
import { again } from './again.ts';
import { design } from './design.ts';
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
  ...again,
  ...follow,
  ...about,
  ...work,
  ...design,
  ...terms,
  ...operations,
} satisfies Texts;
