export { PlainAnswer as SnilsAnswer } from '../plain-answer.tsx';
