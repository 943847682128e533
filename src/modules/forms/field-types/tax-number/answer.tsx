export { PlainAnswer as TaxNumberAnswer } from '../plain-answer.tsx';
