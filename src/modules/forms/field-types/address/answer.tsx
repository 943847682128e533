export { PlainAnswer as AddressAnswer } from '../plain-answer.tsx';
