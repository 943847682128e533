export { PlainAnswer as YesNoAnswer } from '../plain-answer.tsx';
