export { PlainAnswer as TextAnswer } from '../plain-answer.tsx';
