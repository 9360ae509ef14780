import {
  classifyActor,
  explainEvents,
  type ActorClassification,
  type NormalizedEvent,
} from '@plumbline/kube-audit';
import { asStored } from '../compare/stored';
import { Comparison, FindingResult, ObjectResult } from '../Comparison';
import {
  ManagedFieldsEntry,
  ownersOf,
  ownersWithin,
  readManagedFields,
} from '../fields/managedFields';
import { isKubeObject, parseRef } from '../identity/ref';
import { locatePath } from '../path/locate';
import { resolvePath } from '../path/resolve';
import { Path } from '../path/segment';
import { nodeAt } from '../schema/nodeAt';
import { SchemaRegistry } from '../schema/registry';
import { CompiledSchema } from '../schema/compiledSchema';
import { KnownTypes } from '../schema/registry';
import { JsonValue, own } from '../values/json';
import {
  KubeObject,
  ManifestObject,
  readManifests,
} from '../yaml/readManifests';
import { attributeField } from './attributeField';
import { isReplicas } from './bodyEffect';
import {
  attributeCreation,
  attributeDeletion,
  isCreatedWithin,
  writesWithin,
} from './attributePresence';
import { doubtOfBase } from './baseDoubt';
import { Deed } from './claims';
import { CommandFinder } from './commandFinder';
import { pastTense } from './deed';
import { EventIndex } from './eventIndex';
import { directionOfChange, levelWithoutBody } from './direction';
import { declares, sameField } from './fieldHistory';
import { ObjectFinder } from './objectFinder';
import { unrecordedEntries } from './ownerMatch';
import {
  AttributionOptions,
  AttributionWindow,
  microsOf,
  openWindow,
} from './window';

/**
 * What attribution draws on: the sides of the comparison as they were compared,
 * and the audit events of the objects, refused and read requests included.
 *
 * @public
 */
export interface AttributeInput {
  events: readonly NormalizedEvent[];
  desired: string | readonly object[];
  live: string | readonly object[] | null;
  options: AttributionOptions & {
    /** Namespace of objects that name none. */
    namespace?: string;
    schema?: CompiledSchema;
    knownTypes?: KnownTypes;
    /** The base that the comparison was given: its word is not doubted. */
    base?: string | readonly object[];
    /** Who is a pipeline, a controller, a person. */
    actors?: ActorClassification;
  };
}

class Attributor {
  readonly #registry: SchemaRegistry;
  readonly #index: EventIndex;
  readonly #desired: ObjectFinder;
  readonly #live: ObjectFinder;
  readonly #commands: CommandFinder;
  readonly #window: AttributionWindow;
  readonly #options: AttributeInput['options'];

  constructor({ events, desired, live, options }: AttributeInput) {
    this.#options = options;
    const wanted = objectsOf(desired);
    const found = objectsOf(live ?? []);
    this.#registry = new SchemaRegistry(options, [...wanted, ...found]);
    this.#index = new EventIndex(events, this.#registry);
    this.#desired = new ObjectFinder(wanted);
    this.#live = new ObjectFinder(found);
    this.#commands = new CommandFinder(events, explainEvents);
    this.#window = openWindow(options);
  }

  object(result: ObjectResult): ObjectResult {
    return result.findings.length === 0
      ? result
      : {
          ...result,
          findings: result.findings.map(finding =>
            this.#finding(result, finding),
          ),
        };
  }

  #finding(result: ObjectResult, finding: FindingResult): FindingResult {
    const identity = parseRef(result.ref);
    const timeline = this.#index.timeline(identity);
    const deed: Deed = {
      past: pastTense(finding),
      commandOf: event => this.#commands.commandOf(event),
    };
    const subject = {
      timeline,
      window: this.#window,
      options: this.#options,
      deed,
    };
    if (finding.verdict === 'unverifiable') {
      return finding;
    }
    const live = this.#live.find(identity);
    if (finding.type === 'object-missing') {
      return moved(finding, attributeDeletion(subject));
    }
    if (finding.type === 'object-unexpected') {
      return live ? moved(finding, attributeCreation(subject, live)) : finding;
    }
    const desired = this.#desired.find(identity);
    if (!live || !desired) {
      return finding;
    }
    return this.#field(finding, asStored(desired), live, subject);
  }

  #field(
    finding: FindingResult,
    desired: JsonValue,
    live: KubeObject,
    subject: Parameters<typeof attributeDeletion>[0],
  ): FindingResult {
    const path = locatePath(finding.path, [desired, live]);
    if (!path) {
      return finding;
    }
    const schema = nodeAt(
      this.#registry.kind(live.apiVersion, live.kind),
      path,
    );
    const wanted = resolvePath(desired, path);
    const entries = readManagedFields(live);
    const holders = finding.type === 'missing' ? [] : ownersOf(entries, path);
    const { base, actors } = this.#options;
    const { observed } = this.#window;
    const writes = writesWithin(subject);
    // What a controller says it applied needs no guess.
    const doubt =
      base === undefined
        ? doubtOfBase({
            entries,
            owners: holders,
            writes,
            window: this.#window,
            actors,
          })
        : undefined;
    const desiredUnchanged =
      observed && this.#options.desiredUnchanged === true;
    const known = desiredUnchanged ? 'live-changed' : finding.direction;
    const { attribution, atStart, cause } = attributeField({
      ...subject,
      path,
      schema,
      // Of a custom resource any field may be the one that is scaled.
      scales:
        isReplicas(path) ||
        holders.some(({ subresource }) => subresource === 'scale'),
      version: live.apiVersion.split('/').at(-1)!,
      live: resolvePath(live, path) ?? undefined,
      madeAt: microsOf(own(live.metadata, 'creationTimestamp')),
      // What is no drift may have been there when all was well.
      presumed:
        observed && known === 'live-changed' && finding.verdict === 'drift'
          ? { value: wanted }
          : undefined,
      owners: ownersFor(finding, entries, path, holders),
      unrecorded: unrecordedEntries(entries, writes, this.#window),
      withoutBody: isByAdmission(finding, holders)
        ? 'nobody'
        : levelWithoutBody(known, doubt, isCreatedWithin(subject)),
    });
    return {
      ...finding,
      direction: directionOfChange({
        byBase: finding.direction,
        doubt,
        desiredUnchanged,
        observed,
        start: atStart && {
          isDesired: declares(wanted, atStart.value, path, schema),
          isLive: sameField(
            atStart.value,
            resolvePath(live, path) ?? undefined,
            path,
            schema,
          ),
          isAbsent: atStart.value === undefined,
        },
        cause: cause && {
          byPerson: classifyActor(cause, actors).class === 'human',
        },
        isDeclared: wanted !== undefined,
      }),
      attribution,
    };
  }
}

/**
 * Says of every difference who made it, as far as the evidence goes, and which
 * side moved where the events tell more than the objects did. Returns a new
 * comparison; the given one is left alone.
 *
 * @public
 */
export function attribute(
  comparison: Comparison,
  input: AttributeInput,
): Comparison {
  const attributor = new Attributor(input);
  return {
    ...comparison,
    objects: comparison.objects.map(object => attributor.object(object)),
  };
}

/**
 * Whoever deletes an object moved the live side. An object beyond Git that no
 * person made may be one that Git dropped since.
 */
function moved(
  finding: FindingResult,
  { attribution, cause }: ReturnType<typeof attributeDeletion>,
): FindingResult {
  const live =
    cause !== undefined &&
    (finding.type === 'object-missing' ||
      classifyActor(cause).class === 'human');
  return {
    ...finding,
    direction: live ? 'live-changed' : finding.direction,
    attribution,
  };
}

/** What is expected and has no owner came with some request, and was not asked for. */
function isByAdmission(
  { verdict, type }: FindingResult,
  holders: readonly ManagedFieldsEntry[],
): boolean {
  return verdict !== 'drift' && type !== 'missing' && holders.length === 0;
}

/**
 * The entries that tell who wrote a field. Of what Git dropped: who wrote into
 * it since, else who holds it. Of what is made of parts: who holds a part, too.
 */
function ownersFor(
  { type }: FindingResult,
  entries: readonly ManagedFieldsEntry[],
  path: Path,
  holders: ManagedFieldsEntry[],
): ManagedFieldsEntry[] {
  const within = type === 'missing' ? [] : ownersWithin(entries, path);
  if (type === 'stale') {
    return within.length > 0 ? within : holders;
  }
  return [...holders, ...within.filter(owner => !holders.includes(owner))];
}

function objectsOf(side: string | readonly object[]): KubeObject[] {
  if (typeof side === 'string') {
    return readManifests(side).objects.map(({ object }) => object);
  }
  return side.flatMap(item => {
    const object = 'object' in item ? (item as ManifestObject).object : item;
    return isKubeObject(object) ? [object] : [];
  });
}
