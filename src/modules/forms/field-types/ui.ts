import type { FieldTypeId } from '../field-type-ids.ts';
import { AddressAnswer } from './address/answer.tsx';
import { examples as address } from './address/examples.ts';
import { AddressInput } from './address/input.tsx';
import { CadastralNumberAnswer } from './cadastral-number/answer.tsx';
import { examples as cadastralNumber } from './cadastral-number/examples.ts';
import { CadastralNumberInput } from './cadastral-number/input.tsx';
import { ChoiceAnswer } from './choice/answer.tsx';
import { examples as choice } from './choice/examples.ts';
import { ChoiceInput } from './choice/input.tsx';
import { ChoicesAnswer } from './choices/answer.tsx';
import { examples as choices } from './choices/examples.ts';
import { ChoicesInput } from './choices/input.tsx';
import { DateAnswer } from './date/answer.tsx';
import { examples as date } from './date/examples.ts';
import { DateInput } from './date/input.tsx';
import { DecimalAnswer } from './decimal/answer.tsx';
import { examples as decimal } from './decimal/examples.ts';
import { DecimalInput } from './decimal/input.tsx';
import { EmailAnswer } from './email/answer.tsx';
import { examples as email } from './email/examples.ts';
import { EmailInput } from './email/input.tsx';
import type { FieldUi } from './field-ui.ts';
import { FilesAnswer } from './files/answer.tsx';
import { examples as files } from './files/examples.ts';
import { FilesInput } from './files/input.tsx';
import { IntegerAnswer } from './integer/answer.tsx';
import { examples as integer } from './integer/examples.ts';
import { IntegerInput } from './integer/input.tsx';
import { LongTextAnswer } from './long-text/answer.tsx';
import { examples as longText } from './long-text/examples.ts';
import { LongTextInput } from './long-text/input.tsx';
import { MoneyAnswer } from './money/answer.tsx';
import { examples as money } from './money/examples.ts';
import { MoneyInput } from './money/input.tsx';
import { PersonNameAnswer } from './person-name/answer.tsx';
import { examples as personName } from './person-name/examples.ts';
import { PersonNameInput } from './person-name/input.tsx';
import { PhoneAnswer } from './phone/answer.tsx';
import { examples as phone } from './phone/examples.ts';
import { PhoneInput } from './phone/input.tsx';
import { SnilsAnswer } from './snils/answer.tsx';
import { examples as snils } from './snils/examples.ts';
import { SnilsInput } from './snils/input.tsx';
import { StateNumberAnswer } from './state-number/answer.tsx';
import { examples as stateNumber } from './state-number/examples.ts';
import { StateNumberInput } from './state-number/input.tsx';
import { TaxNumberAnswer } from './tax-number/answer.tsx';
import { examples as taxNumber } from './tax-number/examples.ts';
import { TaxNumberInput } from './tax-number/input.tsx';
import { TextAnswer } from './text/answer.tsx';
import { examples as text } from './text/examples.ts';
import { TextInput } from './text/input.tsx';
import { YesNoAnswer } from './yes-no/answer.tsx';
import { examples as yesNo } from './yes-no/examples.ts';
import { YesNoInput } from './yes-no/input.tsx';

/** How every field type looks, with examples of its states. */
export const fieldUis: Readonly<Record<FieldTypeId, FieldUi<unknown>>> = {
  text: { Input: TextInput, Answer: TextAnswer, examples: text },
  'long-text': { Input: LongTextInput, Answer: LongTextAnswer, examples: longText },
  integer: { Input: IntegerInput, Answer: IntegerAnswer, examples: integer },
  decimal: { Input: DecimalInput, Answer: DecimalAnswer, examples: decimal },
  money: { Input: MoneyInput, Answer: MoneyAnswer, examples: money },
  date: { Input: DateInput, Answer: DateAnswer, examples: date },
  'yes-no': { Input: YesNoInput, Answer: YesNoAnswer, examples: yesNo },
  choice: { Input: ChoiceInput, Answer: ChoiceAnswer, examples: choice },
  choices: { Input: ChoicesInput, Answer: ChoicesAnswer, examples: choices },
  phone: { Input: PhoneInput, Answer: PhoneAnswer, examples: phone },
  email: { Input: EmailInput, Answer: EmailAnswer, examples: email },
  'cadastral-number': { Input: CadastralNumberInput, Answer: CadastralNumberAnswer, examples: cadastralNumber },
  'tax-number': { Input: TaxNumberInput, Answer: TaxNumberAnswer, examples: taxNumber },
  'state-number': { Input: StateNumberInput, Answer: StateNumberAnswer, examples: stateNumber },
  snils: { Input: SnilsInput, Answer: SnilsAnswer, examples: snils },
  'person-name': { Input: PersonNameInput, Answer: PersonNameAnswer, examples: personName },
  address: { Input: AddressInput, Answer: AddressAnswer, examples: address },
  files: { Input: FilesInput, Answer: FilesAnswer, examples: files },
};
