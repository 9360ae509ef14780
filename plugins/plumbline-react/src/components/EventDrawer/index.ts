export { EventDrawer, type EventDrawerProps } from './EventDrawer';
export { OUTCOME_WORDS, resultText } from './outcomeWords';
export { ResultBadge } from './ResultBadge';
