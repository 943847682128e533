export { PlainAnswer as StateNumberAnswer } from '../plain-answer.tsx';
