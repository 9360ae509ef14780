import { load } from 'js-yaml';

/**
 * Something somebody does, or a wait for what the cluster does by itself.
 *
 * @internal
 */
export type Step =
  | {
      does: 'kubectl';
      /** Short name of the user. */
      user: string;
      /** As typed, beginning with `kubectl`. */
      command: string;
      /** Text for its standard input. */
      input?: string;
      /** Ctrl-C after so many milliseconds. */
      interruptAfterMs?: number;
      /** What `kubectl edit` is to replace. */
      edit?: { from: string; to: string };
      /** Whether it is meant to be refused. */
      fails: boolean;
    }
  | {
      does: 'sync';
      user: string;
      path: string;
      namespace: string;
      application: string;
    }
  | { does: 'wait'; command: string }
  | { does: 'pause'; milliseconds: number };

/**
 * A part of a story that is moved in time as a whole.
 *
 * @internal
 */
export interface StoryChapter {
  name: string;
  /** `false`: its events are left out of the recording, as if the audit log began later. */
  audited: boolean;
  steps: Step[];
}

/**
 * What happens on one cluster.
 *
 * @internal
 */
export interface Story {
  cluster: string;
  chapters: StoryChapter[];
}

const SYNC = /^sync (\S+) to (\S+) as (\S+)$/;

/**
 * Reads a story file.
 *
 * @throws TypeError that names the step it does not understand.
 * @internal
 */
export function readStory(yaml: string): Story {
  const document = record(load(yaml), 'the story');
  return {
    cluster: String(document.cluster),
    chapters: list(document.chapters, 'chapters').map(entry => {
      const chapter = record(entry, 'a chapter');
      return {
        name: String(chapter.name),
        audited: chapter.audit !== 'off' && chapter.audit !== false,
        steps: list(chapter.steps, `steps of ${chapter.name}`).map(readStep),
      };
    }),
  };
}

function readStep(value: unknown): Step {
  const step = record(value, 'a step');
  const { input, until, fails, edit, ...action } = step;
  const [[who, what], ...more] = Object.entries(action);
  if (typeof what !== 'string' || more.length > 0) {
    throw new TypeError(
      `a step is one "who: command": ${JSON.stringify(step)}`,
    );
  }
  if (who === 'pause') {
    return { does: 'pause', milliseconds: milliseconds(what) };
  }
  if (who === 'wait') {
    return { does: 'wait', command: what };
  }
  const sync = SYNC.exec(what);
  if (sync) {
    const [, path, namespace, application] = sync;
    return { does: 'sync', user: who, path, namespace, application };
  }
  if (!what.startsWith('kubectl ')) {
    throw new TypeError(`a step is a kubectl command or a sync: ${what}`);
  }
  const change = edit === undefined ? undefined : record(edit, 'edit');
  return {
    does: 'kubectl',
    user: who,
    command: what,
    input: input === undefined ? undefined : String(input),
    interruptAfterMs:
      until === undefined ? undefined : milliseconds(String(until)),
    edit: change && { from: String(change.from), to: String(change.to) },
    fails: fails === true,
  };
}

function milliseconds(text: string): number {
  const match = /^(\d+)(ms|s)$/.exec(text);
  if (!match) {
    throw new TypeError(`a time is like 1500ms or 3s: ${text}`);
  }
  return Number(match[1]) * (match[2] === 's' ? 1000 : 1);
}

function record(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError(`${what} must be a mapping`);
  }
  return value as Record<string, unknown>;
}

function list(value: unknown, what: string): unknown[] {
  if (!Array.isArray(value)) {
    throw new TypeError(`${what} must be a list`);
  }
  return value;
}
