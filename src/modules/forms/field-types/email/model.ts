import { oneLineType } from '../one-line-type.ts';

/** Domains may be Cyrillic (`почта@казань.рф`); the domain is kept in small letters, the box name as typed. */
export const email = oneLineType({
  id: 'email',
  // RFC 5321, section 4.5.3.1.3: a path of 256 octets with its brackets.
  maxLength: 254,
  normalise(text) {
    const bare = text.replace(/^(mailto:|<)+/i, '').replace(/[>,;.\s]+$/, '');
    const at = bare.lastIndexOf('@');
    const box = bare.slice(0, at);
    const domain = bare.slice(at + 1).toLowerCase();
    if (at < 1 || !boxName.test(box) || !domainName.test(domain)) return { code: 'forms/bad-email' };
    // A Cyrillic «а» or «с» inside a Latin name is a slip of the keyboard that would lose every letter sent there.
    if ([box, ...domain.split('.')].some(mixesAlphabets)) return { code: 'forms/email-mixes-alphabets' };
    return { value: `${box}@${domain}` };
  },
  messages: {
    'forms/bad-email': {
      ru: 'Поле «{label}»: введите адрес электронной почты, например imya@example.ru',
      tt: '«{label}» кыры: электрон почта адресын языгыз, мәсәлән isem@example.ru',
      en: '“{label}”: enter an email address, for example name@example.ru',
    },
    'forms/email-mixes-alphabets': {
      ru: 'Поле «{label}»: в адресе смешаны русские и латинские буквы, наберите его заново в одной раскладке',
      tt: '«{label}» кыры: адреста рус һәм латин хәрефләре буталган, аны бер раскладкада яңадан языгыз',
      en: '“{label}”: the address mixes Cyrillic and Latin letters, type it again with one keyboard layout',
    },
  },
});

const boxName = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const domainName = /^([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]*[\p{L}\p{N}]$/u;
const mixesAlphabets = (word: string): boolean => /\p{Script=Cyrillic}/u.test(word) && /\p{Script=Latin}/u.test(word);
