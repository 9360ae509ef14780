import { readFileSync } from 'node:fs';
import { AttributionOptions } from '../attribution/window';
import { DiffOptions } from '../DiffOptions';
import { isList, isMap } from '../values/json';
import { checkIgnoreRule } from '../verdict/checkIgnoreRule';

/** Options of a comparison, and the window of its attribution. */
export interface CliOptions
  extends Omit<DiffOptions, 'scope'>,
    AttributionOptions {}

/** What the value of an option must be. */
interface Expected {
  what: string;
  fits(value: unknown): boolean;
}

const TEXT: Expected = {
  what: 'a text',
  fits: value => typeof value === 'string',
};
const TEXTS: Expected = {
  what: 'a list of texts',
  fits: value => isList(value) && value.every(TEXT.fits),
};
const TEXT_MAP: Expected = {
  what: 'an object whose values are texts',
  fits: value => isMap(value) && Object.values(value).every(TEXT.fits),
};
const FLAG: Expected = {
  what: 'true or false',
  fits: value => typeof value === 'boolean',
};
const TIME: Expected = {
  what: 'a time (ISO 8601)',
  fits: value => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
};
const MAPS: Expected = {
  what: 'a list of objects',
  fits: value => isList(value) && value.every(isMap),
};
const MANIFESTS: Expected = {
  what: 'manifests: a text, or a list of objects',
  fits: value => TEXT.fits(value) || MAPS.fits(value),
};

const OPTIONS: Record<keyof CliOptions, Expected> = {
  additive: FLAG,
  base: MANIFESTS,
  commit: TEXT,
  context: MAPS,
  coverageGaps: {
    what: 'a list of {from, to, reason}',
    fits: value => isList(value) && value.every(isGap),
  },
  desiredUnchanged: FLAG,
  excludeAnnotations: TEXT_MAP,
  excludeLabels: TEXT_MAP,
  gitopsManagers: TEXTS,
  humanManagers: TEXTS,
  ignore: TEXTS,
  ignoreAggregatedRoles: FLAG,
  ignoreJq: TEXTS,
  ignoreJsonPointers: TEXTS,
  ignoreManagers: TEXTS,
  ignoreRegex: TEXTS,
  ignoreRules: MAPS,
  ignoreWildcard: TEXTS,
  knownTypes: {
    what: 'types by path, by group/Kind',
    fits: value => isMap(value) && Object.values(value).every(TEXT_MAP.fits),
  },
  lastCleanObservation: TIME,
  namespace: TEXT,
  now: TIME,
  observedAt: TIME,
  schema: {
    what: 'a compiled schema: {kinds, types}',
    fits: value => isMap(value) && isMap(value.kinds) && isMap(value.types),
  },
  secretKey: TEXT,
  subjectKey: TEXT,
  trackedBy: TEXTS,
  unavailable: TEXT_MAP,
  unexpected: {
    what: 'proof or all',
    fits: value => value === 'proof' || value === 'all',
  },
  unstablePaths: {
    what: 'a list of paths, or of {path, …}',
    fits: value =>
      isList(value) &&
      value.every(
        item => TEXT.fits(item) || (isMap(item) && TEXT.fits(item.path)),
      ),
  },
};

/** Names of all options, as a file may hold them. */
export const OPTION_NAMES = Object.keys(OPTIONS);

/** Options as a file holds them. */
export interface OptionsFile {
  options: CliOptions;
  /** Names that no option has. They are left out; a file may serve other tools too. */
  unknown: string[];
}

/**
 * Reads the options of a comparison.
 *
 * @throws Error naming the file and the option that is wrong
 */
export function readOptions(file: string | undefined): OptionsFile {
  if (file === undefined) {
    return { options: {}, unknown: [] };
  }
  const options = readJson(file);
  if (!isMap(options)) {
    throw new Error(`${file}: a JSON object is expected`);
  }
  const wrong = whatIsWrong(options);
  if (wrong !== undefined) {
    throw new Error(`${file}: ${wrong}`);
  }
  const entries = Object.entries(options);
  return {
    options: Object.fromEntries(entries.filter(([name]) => isOption(name))),
    unknown: Object.keys(options).filter(name => !isOption(name)),
  };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}

function whatIsWrong(options: Record<string, unknown>): string | undefined {
  for (const [name, value] of Object.entries(options)) {
    if (isOption(name) && !OPTIONS[name].fits(value)) {
      return `${name}: ${OPTIONS[name].what} is expected`;
    }
  }
  return wrongRule(options as CliOptions);
}

function isOption(name: string): name is keyof CliOptions {
  return Object.hasOwn(OPTIONS, name);
}

function wrongRule({ ignoreRules = [] }: CliOptions): string | undefined {
  for (const [index, rule] of ignoreRules.entries()) {
    const wrong = checkIgnoreRule(rule);
    if (wrong) {
      return `ignoreRules[${index}]: ${wrong.message}`;
    }
  }
  return undefined;
}

function isGap(value: unknown): boolean {
  return (
    isMap(value) &&
    TIME.fits(value.from) &&
    TIME.fits(value.to) &&
    TEXT.fits(value.reason)
  );
}
