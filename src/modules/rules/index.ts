export { type Comparing, type Condition, readCondition } from './condition.ts';
export { type Evaluation, evaluate, isTrue, type Truth } from './evaluate.ts';
export { type Expression, type ExpressionFault, parse, type TextComparison } from './expression.ts';
export { feelContext, feelName, type RuleContext } from './feel-name.ts';
