export { PlainAnswer as DecimalAnswer } from '../plain-answer.tsx';
