export { PlainAnswer as ChoiceAnswer } from '../plain-answer.tsx';
