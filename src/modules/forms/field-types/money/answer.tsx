export { PlainAnswer as MoneyAnswer } from '../plain-answer.tsx';
