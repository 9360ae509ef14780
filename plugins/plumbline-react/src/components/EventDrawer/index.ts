export { EventDrawer, type EventDrawerProps } from './EventDrawer';
export { OUTCOME_WORDS } from './outcomeWords';
export { ResultBadge } from './ResultBadge';
