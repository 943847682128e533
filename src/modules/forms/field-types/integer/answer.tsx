export { PlainAnswer as IntegerAnswer } from '../plain-answer.tsx';
