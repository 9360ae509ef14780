import type { NormalizedEvent } from '../event/NormalizedEvent';
import type { Actor, ActorClass, ActorClassification } from './Actor';
import { DEFAULT_CLASSIFICATION } from './defaultClassification';
import { globMatcher } from './glob';

/** The more human of two identities decides: a person does not vanish behind `--as`. */
const HUMANITY: readonly ActorClass[] = [
  'human',
  'ci',
  'gitops',
  'service-account',
  'controller',
  'unknown',
];

/** How a request without a user (refused with 401) is shown. */
const UNAUTHENTICATED = '(unauthenticated)';

type Classifier = (username: string) => ActorClass;

const compiled = new WeakMap<ActorClassification, Classifier>();
const defaultClassifier = compile({});

/**
 * Names the actor of an event and its class. The user agent never decides: it
 * is the client's own claim.
 * @public
 */
export function classifyActor(
  e: NormalizedEvent,
  options?: ActorClassification,
): Actor {
  const classify = options ? classifierFor(options) : defaultClassifier;
  const authenticated = classify(e.user.username);
  const name = e.effectiveUser || UNAUTHENTICATED;
  if (!e.impersonatedUser || e.impersonatedUser.username === e.user.username) {
    return { name, class: authenticated };
  }
  const effective = classify(e.effectiveUser);
  return {
    name,
    class: moreHuman(authenticated, effective),
    onBehalfOf: e.user.username,
  };
}

function moreHuman(a: ActorClass, b: ActorClass): ActorClass {
  return HUMANITY.indexOf(a) <= HUMANITY.indexOf(b) ? a : b;
}

/** Compiling patterns costs more than matching; options are values that stay. */
function classifierFor(options: ActorClassification): Classifier {
  let classifier = compiled.get(options);
  if (!classifier) {
    classifier = compile(options);
    compiled.set(options, classifier);
  }
  return classifier;
}

function compile(options: ActorClassification): Classifier {
  const lists = [options, DEFAULT_CLASSIFICATION].flatMap(source => [
    {
      class: 'controller' as const,
      matches: globMatcher(source.controllers ?? []),
    },
    { class: 'gitops' as const, matches: globMatcher(source.gitops ?? []) },
    { class: 'ci' as const, matches: globMatcher(source.ci ?? []) },
    { class: 'human' as const, matches: globMatcher(source.humans ?? []) },
  ]);
  return username => {
    if (username === '' || username === 'system:anonymous') {
      return 'unknown';
    }
    const listed = lists.find(list => list.matches(username));
    return listed ? listed.class : classByForm(username);
  };
}

function classByForm(username: string): ActorClass {
  if (
    username.startsWith('system:serviceaccount:') ||
    username.endsWith('.gserviceaccount.com')
  ) {
    return 'service-account';
  }
  return username.startsWith('system:') ? 'controller' : 'human';
}
