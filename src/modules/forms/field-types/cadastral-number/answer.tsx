export { PlainAnswer as CadastralNumberAnswer } from '../plain-answer.tsx';
