import type { FieldTypeId } from '../field-type-ids.ts';
import { AddressAnswer } from './address/answer.tsx';
import { AddressInput } from './address/input.tsx';
import { CadastralNumberAnswer } from './cadastral-number/answer.tsx';
import { CadastralNumberInput } from './cadastral-number/input.tsx';
import { ChoiceAnswer } from './choice/answer.tsx';
import { ChoiceInput } from './choice/input.tsx';
import { ChoicesAnswer } from './choices/answer.tsx';
import { ChoicesInput } from './choices/input.tsx';
import { DateAnswer } from './date/answer.tsx';
import { DateInput } from './date/input.tsx';
import { DecimalAnswer } from './decimal/answer.tsx';
import { DecimalInput } from './decimal/input.tsx';
import { EmailAnswer } from './email/answer.tsx';
import { EmailInput } from './email/input.tsx';
import type { FieldUi } from './field-ui.ts';
import { FilesAnswer } from './files/answer.tsx';
import { FilesInput } from './files/input.tsx';
import { IntegerAnswer } from './integer/answer.tsx';
import { IntegerInput } from './integer/input.tsx';
import { LongTextAnswer } from './long-text/answer.tsx';
import { LongTextInput } from './long-text/input.tsx';
import { MoneyAnswer } from './money/answer.tsx';
import { MoneyInput } from './money/input.tsx';
import { PersonNameAnswer } from './person-name/answer.tsx';
import { PersonNameInput } from './person-name/input.tsx';
import { PhoneAnswer } from './phone/answer.tsx';
import { PhoneInput } from './phone/input.tsx';
import { SnilsAnswer } from './snils/answer.tsx';
import { SnilsInput } from './snils/input.tsx';
import { StateNumberAnswer } from './state-number/answer.tsx';
import { StateNumberInput } from './state-number/input.tsx';
import { TaxNumberAnswer } from './tax-number/answer.tsx';
import { TaxNumberInput } from './tax-number/input.tsx';
import { TextAnswer } from './text/answer.tsx';
import { TextInput } from './text/input.tsx';
import { YesNoAnswer } from './yes-no/answer.tsx';
import { YesNoInput } from './yes-no/input.tsx';

/** How every field type looks. */
export const fieldUis: Readonly<Record<FieldTypeId, FieldUi<unknown>>> = {
  text: { Input: TextInput, Answer: TextAnswer },
  'long-text': { Input: LongTextInput, Answer: LongTextAnswer },
  integer: { Input: IntegerInput, Answer: IntegerAnswer },
  decimal: { Input: DecimalInput, Answer: DecimalAnswer },
  money: { Input: MoneyInput, Answer: MoneyAnswer },
  date: { Input: DateInput, Answer: DateAnswer },
  'yes-no': { Input: YesNoInput, Answer: YesNoAnswer },
  choice: { Input: ChoiceInput, Answer: ChoiceAnswer },
  choices: { Input: ChoicesInput, Answer: ChoicesAnswer },
  phone: { Input: PhoneInput, Answer: PhoneAnswer },
  email: { Input: EmailInput, Answer: EmailAnswer },
  'cadastral-number': { Input: CadastralNumberInput, Answer: CadastralNumberAnswer },
  'tax-number': { Input: TaxNumberInput, Answer: TaxNumberAnswer },
  'state-number': { Input: StateNumberInput, Answer: StateNumberAnswer },
  snils: { Input: SnilsInput, Answer: SnilsAnswer },
  'person-name': { Input: PersonNameInput, Answer: PersonNameAnswer },
  address: { Input: AddressInput, Answer: AddressAnswer },
  files: { Input: FilesInput, Answer: FilesAnswer },
};
