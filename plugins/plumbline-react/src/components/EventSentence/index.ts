export { ACTOR_CLASS_WORDS, ActorClassIcon } from './ActorClassIcon';
export { EventSentence, type EventSentenceProps } from './EventSentence';
