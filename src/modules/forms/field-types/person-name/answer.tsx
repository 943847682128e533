export { PlainAnswer as PersonNameAnswer } from '../plain-answer.tsx';
