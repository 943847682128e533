import type { FieldTypeId } from '../field-type-ids.ts';
import { address } from './address/model.ts';
import { cadastralNumber } from './cadastral-number/model.ts';
import { choice } from './choice/model.ts';
import { choices } from './choices/model.ts';
import { date } from './date/model.ts';
import { decimal } from './decimal/model.ts';
import { email } from './email/model.ts';
import type { FieldType } from './field-type.ts';
import { files } from './files/model.ts';
import { integer } from './integer/model.ts';
import { longText } from './long-text/model.ts';
import { money } from './money/model.ts';
import { personName } from './person-name/model.ts';
import { phone } from './phone/model.ts';
import { snils } from './snils/model.ts';
import { stateNumber } from './state-number/model.ts';
import { taxNumber } from './tax-number/model.ts';
import { text } from './text/model.ts';
import { yesNo } from './yes-no/model.ts';

/** Every field type by its id: the one place that knows all kinds (how they look is in `ui.ts`). */
export const fieldTypes: Readonly<Record<FieldTypeId, FieldType<unknown>>> = {
  text,
  'long-text': longText,
  integer,
  decimal,
  money,
  date,
  'yes-no': yesNo,
  choice,
  choices,
  phone,
  email,
  'cadastral-number': cadastralNumber,
  'tax-number': taxNumber,
  'state-number': stateNumber,
  snils,
  'person-name': personName,
  address,
  files,
};
