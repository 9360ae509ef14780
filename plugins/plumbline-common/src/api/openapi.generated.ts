// Made from openapi.yaml by scripts/generate-openapi.js of the backend. Do not edit.
/** As openapi.yaml says. @public */
export interface paths {
  '/v1/clusters/{cluster}/audit-events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Store audit events of one cluster
     * An EventList as kube-apiserver posts it, a single Event, a JSON array or NDJSON; gzip allowed. The sender is a Backstage external-access subject that config binds to exactly this cluster. 2xx only after commit.
     */
    post: operations['ingestAuditEvents'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audit-events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Search audit events, newest first */
    get: operations['searchAuditEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audit-events/facets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Counts per facet and a histogram, for the same filters as the search */
    get: operations['getAuditEventFacets'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audit-events/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Live tail as server-sent events; `data` is an AuditEventRow, `id` resumes by Last-Event-ID */
    get: operations['streamAuditEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audit-events/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One audit event with its raw JSON and what hangs on it */
    get: operations['getAuditEvent'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/quarantine': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What arrived but could not be stored as an event, with the reason */
    get: operations['listQuarantine'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/drift': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Targets, last run, coverage, counts by verdict and findings of one entity */
    get: operations['getEntityDrift'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/manifests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Desired and live YAML of one object of a target, secrets masked, for the raw diff */
    get: operations['getEntityManifests'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/incidents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Incidents of one entity */
    get: operations['listEntityIncidents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/drift-runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Check all targets of the entity now */
    post: operations['startDriftRuns'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/friction': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Score, band, breakdown that adds up, trend and heatmap of one entity */
    get: operations['getEntityFriction'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/friction/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The friction events behind the score, newest first */
    get: operations['listFrictionEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/activity': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What happened to this entity, as sentences with commands */
    get: operations['getEntityActivity'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/incidents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Incidents of all entities that the reader may see, newest first */
    get: operations['listIncidents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/incidents/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One incident with its findings and history */
    get: operations['getIncident'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/incidents/{id}/state': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Acknowledge an incident, or take the acknowledgement back
     * Resolving is not offered: an incident resolves when a comparison no longer finds its differences. Needs `plumbline.incident.update`.
     */
    post: operations['changeIncidentState'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/incidents/{id}/timeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Audit events, commits, syncs and drift around an incident on one axis, newest first
     * Scoped to the incident's target and its repository. Without `from` and `to`, the time around the incident.
     */
    get: operations['getIncidentTimeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/incidents/{id}/ways-out': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The patch that adopts the live values into Git and the commands that restore what Git says; nothing is executed */
    get: operations['getIncidentWaysOut'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/incident-statistics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Ages and times of incidents, per entity and per cause, and what keeps coming back */
    get: operations['getIncidentStatistics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/objects': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Declared objects with what the cluster generated from them, each with its verdict */
    get: operations['getEntityObjects'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ignore-rules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Ignore rules in the order in which they are asked */
    get: operations['listIgnoreRules'];
    put?: never;
    /** Save a rule; it hides from the next check on */
    post: operations['createIgnoreRule'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ignore-rules/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a rule would hide of what is known now, before it is saved */
    post: operations['previewIgnoreRule'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ignore-rules/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads Argo CD's `ignoreDifferences` into rules; saves nothing */
    post: operations['importIgnoreRules'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ignore-rules/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Change a rule; what it hid stays recorded with its text as it was */
    put: operations['updateIgnoreRule'];
    post?: never;
    /** Remove a rule; what it hid shows again after the next check */
    delete: operations['deleteIgnoreRule'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/overview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The portal-wide picture of what the reader may see */
    get: operations['getOverview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/friction': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Friction of all services that the reader may see */
    get: operations['getFleetFriction'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/coverage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Which entities are set up, and at which step the others stop */
    get: operations['getCoverage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/feeds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every configured cluster, whether it can be looked at and what its audit feed brought */
    get: operations['listFeeds'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/unattributed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Objects with audit events that belong to no entity, or to more than one, with the reason */
    get: operations['listUnattributed'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
/** As openapi.yaml says. @public */
export type webhooks = Record<string, never>;
/** As openapi.yaml says. @public */
export interface components {
  schemas: {
    Error: {
      error: {
        name: string;
        message: string;
      };
      request?: {
        method?: string;
        url?: string;
      };
      response: {
        statusCode: number;
      };
    };
    IngestResult: {
      stored: number;
      duplicates: number;
      quarantined: number;
    };
    /** */
    ActorClass:
      | 'human'
      | 'ci'
      | 'gitops'
      | 'controller'
      | 'service-account'
      | 'unknown';
    /** */
    Outcome: 'success' | 'denied' | 'failed' | 'started' | 'unknown';
    /** */
    Severity: 'critical' | 'high' | 'medium' | 'low';
    /** */
    Band: 'critical' | 'high' | 'medium' | 'low';
    /** */
    AttributionLevel:
      | 'proven'
      | 'strong'
      | 'likely'
      | 'tool-only'
      | 'ambiguous'
      | 'none';
    /**
     * The weakest level among its differences; git-commit where Git is ahead of all of them
     *
     */
    IncidentLevel:
      | 'proven'
      | 'strong'
      | 'likely'
      | 'tool-only'
      | 'ambiguous'
      | 'none'
      | 'git-commit';
    /** */
    Verdict: 'drift' | 'expected' | 'ignored' | 'excluded' | 'unverifiable';
    /** */
    FindingType:
      | 'changed'
      | 'missing'
      | 'stale'
      | 'additive'
      | 'object-missing'
      | 'object-unexpected';
    /** */
    Direction: 'live-changed' | 'git-ahead' | 'both' | 'unknown';
    /**
     * In the order in which a screen decides: not-set-up (no annotation), unobservable (we could not look), never-run, stale (last good look is old), partial (some part could not be looked at), then the answer.
     *
     */
    LookState:
      | 'not-set-up'
      | 'unobservable'
      | 'never-run'
      | 'stale'
      | 'partial'
      | 'drift'
      | 'in-sync';
    Actor: {
      /** Name */
      name: string;
      class: components['schemas']['ActorClass'];
      /** Who authenticated when `name` was impersonated */
      onBehalfOf?: string;
      pseudonym?: boolean;
    };
    Command: {
      text: string;
      /** */
      confidence: 'exact' | 'likely' | 'approximate' | 'equivalent';
      missing: string[];
    };
    ObjectRef: {
      apiGroup?: string;
      apiVersion?: string;
      kind?: string;
      resource: string;
      subresource?: string;
      namespace?: string;
      name?: string;
    };
    RuleMatch: {
      id: string;
      title: string;
      /** */
      severity: 'critical' | 'high' | 'medium' | 'low' | 'info';
      /** */
      category: 'friction' | 'drift' | 'security' | 'hygiene';
      message: string;
      /** Points of the friction event */
      points?: number;
    };
    EntityResolution: {
      entityRef?: string;
      /** Two or more when it is ambiguous */
      candidates: string[];
      /** How the object was matched */
      reason: string;
    };
    AuditEventRow: {
      id: string;
      auditID: string;
      stage: string;
      level: string;
      /** Format: date-time */
      time: string;
      cluster: string;
      verb: string;
      actor: components['schemas']['Actor'];
      object?: components['schemas']['ObjectRef'];
      sentence: string;
      command?: components['schemas']['Command'];
      outcome: components['schemas']['Outcome'];
      code?: number;
      dryRun: boolean;
      /** A read or a controller's write that lists fold away */
      routine: boolean;
      rules: components['schemas']['RuleMatch'][];
      entity: components['schemas']['EntityResolution'];
    };
    AuditEventPage: {
      items: components['schemas']['AuditEventRow'][];
      nextCursor?: string;
      /** How many routine events the same filters match but this list folds away */
      hiddenRoutine: number;
    };
    AuditEventDetail: {
      event: components['schemas']['AuditEventRow'];
      /** The event as stored */
      raw: {
        [key: string]: unknown;
      };
      rawBytes?: number;
      durationMs?: number;
      userAgent?: string;
      sourceIP?: string;
      requestURI?: string;
      fieldManager?: string;
      /** What was changed or odd when it was read in */
      flags?: string[];
      related: components['schemas']['AuditEventRow'][];
      incidents: components['schemas']['IncidentSummary'][];
    };
    FacetValue: {
      value: string;
      label?: string;
      count: number;
    };
    AuditEventFacets: {
      total: number;
      facets: {
        cluster: components['schemas']['FacetValue'][];
        actorClass: components['schemas']['FacetValue'][];
        outcome: components['schemas']['FacetValue'][];
        verb: components['schemas']['FacetValue'][];
        rule: components['schemas']['FacetValue'][];
        entity: components['schemas']['FacetValue'][];
      };
      histogram: {
        /** Format: date-time */
        from: string;
        /** Format: date-time */
        to: string;
        bucketSeconds: number;
        buckets: {
          /** Format: date-time */
          time: string;
          count: number;
          friction: number;
        }[];
      };
    };
    QuarantinePage: {
      items: {
        id: string;
        cluster: string;
        /** Format: date-time */
        receivedAt: string;
        reason: string;
        /** At most 4 KiB */
        excerpt: string;
        bytes: number;
      }[];
      nextCursor?: string;
    };
    Attribution: {
      level: components['schemas']['AttributionLevel'];
      principals: string[];
      auditID?: string;
      /** Ids of stored audit events that are the evidence */
      eventIds?: string[];
      command?: components['schemas']['Command'];
      wording: string;
      /** Format: date-time */
      time?: string;
      evidence?: {
        /** */
        kind: 'audit-event' | 'managed-fields' | 'observation';
        text: string;
        holds: boolean;
        eventId?: string;
      }[];
    };
    FieldOwner: {
      manager: string;
      operation: string;
      subresource?: string;
      time?: string;
    };
    GitCommit: {
      sha: string;
      author?: string;
      message?: string;
      /** Format: date-time */
      time?: string;
      url?: string;
    };
    FindingSource: {
      file: string;
      line?: number;
      url?: string;
      commit?: components['schemas']['GitCommit'];
    };
    /** What is said of a secret value */
    MaskedValue: {
      /** */
      masked: true;
      changed: boolean;
      length?: number;
    };
    Finding: {
      id: string;
      targetId: string;
      cluster: string;
      /** apiVersion/Kind/namespace/name */
      ref: string;
      object: components['schemas']['ManifestRef'];
      path: string;
      type: components['schemas']['FindingType'];
      direction: components['schemas']['Direction'];
      verdict: components['schemas']['Verdict'];
      reason?: string;
      severity: components['schemas']['Severity'];
      desired?: unknown;
      live?: unknown;
      owner?: components['schemas']['FieldOwner'];
      attribution?: components['schemas']['Attribution'];
      source?: components['schemas']['FindingSource'];
      incidentId?: string;
      suppression?: components['schemas']['Suppression'];
      /** Format: date-time */
      firstSeenAt: string;
      /** Format: date-time */
      lastSeenAt: string;
      /** Format: date-time */
      lastCleanAt?: string;
    };
    ManifestRef: {
      apiVersion: string;
      kind: string;
      namespace?: string;
      name: string;
    };
    DriftRun: {
      id: string;
      targetId: string;
      /** */
      status: 'queued' | 'running' | 'succeeded' | 'failed';
      /** */
      trigger: 'schedule' | 'person' | 'audit-hint' | 'git-push';
      /** Format: date-time */
      startedAt: string;
      /** Format: date-time */
      finishedAt?: string;
      commit?: components['schemas']['GitCommit'];
      error?: string;
    };
    Target: {
      id: string;
      cluster: string;
      namespace?: string;
      /** Repository or folder that the path is in */
      location?: string;
      path: string;
      /** plain, kustomize, helm, or what a module adds */
      renderer: string;
      state: components['schemas']['LookState'];
      /** Why it could not be looked at */
      reason?: string;
      objectsTotal: number;
      objectsCompared: number;
      unverifiable: number;
      /** Format: date-time */
      unverifiedSince?: string;
      /** What the audit feed of this cluster gives as evidence */
      auditCoverage?: string;
      sync?: components['schemas']['TargetSync'];
      /** What a reader must know of the look and what takes nothing away from it */
      remarks?: string[];
      lastRun?: components['schemas']['DriftRun'];
      /** Format: date-time */
      lastGoodAt?: string;
    };
    VerdictCounts: {
      drift: number;
      expected: number;
      ignored: number;
      excluded: number;
      unverifiable: number;
    };
    EntityDrift: {
      entityRef: string;
      state: components['schemas']['LookState'];
      reason?: string;
      missingAnnotation?: string;
      targets: components['schemas']['Target'][];
      counts: components['schemas']['VerdictCounts'];
      findings: components['schemas']['Finding'][];
      openIncidents: components['schemas']['IncidentSummary'][];
      commit?: components['schemas']['GitCommit'];
      /** Format: date-time */
      lastCheckAt?: string;
      checkIntervalSeconds: number;
      running?: boolean;
    };
    ObjectManifests: {
      ref: string;
      desired?: string;
      live?: string;
      desiredReason?: string;
      liveReason?: string;
    };
    DriftRunsStarted: {
      runs: components['schemas']['DriftRun'][];
    };
    /** The weakest attribution among the findings, a commit when Git is ahead, or null when there is neither */
    IncidentCause:
      | (
          | components['schemas']['Attribution']
          | components['schemas']['CommitCause']
        )
      | null;
    CommitCause: {
      /** Hash */
      commit: string;
      author?: string;
      /** Format: date-time */
      time?: string;
      /** First line */
      message?: string;
      url?: string;
    };
    Recommendation: {
      /** */
      id: 'investigate' | 'ignore' | 'monitor' | 'reconcile' | 'adopt';
      text: string;
      /** Row of the table of recommendations, 1 to 14 */
      rule?: number;
      /** Why this rule applied */
      reason?: string;
      command?: string;
    };
    IncidentSummary: {
      id: string;
      /** Shown as INC-number */
      number: number;
      entityRef: string;
      targetId: string;
      cluster: string;
      ref: string;
      object: components['schemas']['ManifestRef'];
      title: string;
      /** */
      state: 'open' | 'acknowledged' | 'resolved' | 'reopened';
      severity: components['schemas']['Severity'];
      /** Format: date-time */
      openedAt: string;
      /** Format: date-time */
      updatedAt: string;
      /** Format: date-time */
      resolvedAt?: string;
      /** reverted, adopted in Git, ignored, deleted or no longer desired */
      resolution?: string;
      /**
       * Format: date-time
       * Time of the proven or strong write
       */
      causedAt?: string;
      /** Format: date-time */
      unverifiedSince?: string;
      level: components['schemas']['IncidentLevel'];
      principals?: string[];
      findingCount: number;
      acknowledgement?: components['schemas']['Acknowledgement'];
      grouping?: components['schemas']['IncidentGrouping'];
      fight?: components['schemas']['Fight'];
      /** How often it came back; absent for never */
      reopenings?: number;
      /** The same difference was resolved too long ago to be reopened */
      previousIncident?: {
        id: string;
        number: number;
      };
      age?: components['schemas']['IncidentAge'];
    };
    Acknowledgement: {
      /** User entity ref */
      by: string;
      /** Format: date-time */
      at: string;
      note?: string;
      /**
       * Format: date-time
       * Open again from then on
       */
      until?: string;
    };
    /** Why its findings are one incident */
    IncidentGrouping: {
      /** */
      key:
        | 'same-request'
        | 'same-sync'
        | 'same-actor'
        | 'same-manager'
        | 'same-workload'
        | 'same-object'
        | 'same-cause';
      text: string;
      /** Number of objects */
      objects?: number;
    };
    /** Two writers that set a field in turn */
    Fight: {
      managers: string[];
      path: string;
      /** Format: date-time */
      since: string;
      turns: number;
      /** The values they set; empty for secrets */
      values?: unknown[];
    };
    IncidentAge: {
      /** Format: date-time */
      since: string;
      /** */
      basis: 'proven-write' | 'commit' | 'first-seen';
    };
    IncidentStateChange: {
      /**
       * `open` takes an acknowledgement back
       *
       */
      state: 'acknowledged' | 'open';
      note?: string;
      /**
       * Format: date-time
       * Open again from then on
       */
      until?: string;
    };
    Timeline: {
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      to: string;
      items: components['schemas']['TimelineItem'][];
      /** Spans of which audit events are missing */
      losses: {
        /** Format: date-time */
        from: string;
        /** Format: date-time */
        to: string;
        text: string;
      }[];
      /** One per lane; `reason` says why nothing is known of one */
      lanes: {
        lane: components['schemas']['TimelineLane'];
        reason?: string;
        /** e.g. the last sync before the span */
        note?: string;
      }[];
      nextCursor?: string;
    };
    /** */
    TimelineLane: 'audit' | 'git' | 'sync' | 'drift';
    TimelineItem: {
      id: string;
      /** Format: date-time */
      time: string;
      lane: components['schemas']['TimelineLane'];
      /** request, commit, sync, opened, refreshed, acknowledged, resolved, reopened, unverified, check */
      kind: string;
      /** One sentence */
      text: string;
      /** A few words for the mark */
      label?: string;
      /** Whether it is of this incident or only nearby */
      ofIncident: boolean;
      /** Of a stored audit event */
      eventId?: string;
      command?: components['schemas']['Command'];
      commit?: components['schemas']['GitCommit'];
      /** Another incident that it belongs to */
      incident?: {
        id: string;
        number: number;
      };
    };
    WaysOut: {
      adopt: {
        /** Why nothing can be adopted; absent when something can */
        reason?: string;
        patches: {
          file: string;
          commit?: components['schemas']['GitCommit'];
          url?: string;
          /** Unified diff that `git apply` takes at the repository's root */
          patch: string;
          paths: string[];
        }[];
        notAdopted: {
          ref: string;
          path: string;
          reason: string;
        }[];
      };
      restore: {
        /** Why nothing can be restored by a command; absent when something can */
        reason?: string;
        /** The narrowest first */
        commands: {
          text: string;
          /** */
          tool: 'kubectl' | 'argocd' | 'flux' | 'helm';
          /** What it changes */
          does: string;
          warnings: {
            /** */
            severity: 'info' | 'warning' | 'danger';
            title: string;
            text?: string;
          }[];
        }[];
        /** Other incidents that the commands would end */
        ends: {
          id: string;
          number: number;
        }[];
      };
    };
    /** Seconds; absent figures mean that there was nothing to measure */
    DurationSummary: {
      count: number;
      medianSeconds?: number;
      p90Seconds?: number;
    };
    IncidentFigures: {
      /** In the span */
      opened: number;
      /** Now */
      open: number;
      /** In the span */
      resolved: number;
      age: components['schemas']['DurationSummary'];
      toDetect: components['schemas']['DurationSummary'];
      toAcknowledge: components['schemas']['DurationSummary'];
      toResolve: components['schemas']['DurationSummary'];
      /** How many ended in each way */
      resolutions: {
        [key: string]: number;
      };
    };
    IncidentStatistics: {
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      to: string;
      total: components['schemas']['IncidentFigures'];
      byEntity: {
        entityRef: string;
        figures: components['schemas']['IncidentFigures'];
      }[];
      /** By what moved it, never by person */
      byCause: {
        /** */
        cause:
          | 'person'
          | 'ci'
          | 'gitops'
          | 'controller'
          | 'service-account'
          | 'git-commit'
          | 'fight'
          | 'unknown';
        title: string;
        figures: components['schemas']['IncidentFigures'];
      }[];
      /** Fields that drift again and again, most often first */
      repeated: {
        entityRef: string;
        object: components['schemas']['ManifestRef'];
        path: string;
        count: number;
        adopted: number;
        reverted: number;
        medianLifeSeconds?: number;
      }[];
    };
    EntityObjects: {
      entityRef: string;
      targets: {
        target: components['schemas']['Target'];
        /** Parents before children */
        objects: components['schemas']['TargetObject'][];
        /** What could not be listed, or was left out */
        notes?: string[];
      }[];
    };
    TargetObject: {
      id: string;
      /** Id of the object it was generated from */
      parent?: string;
      ref: string;
      object: components['schemas']['ManifestRef'];
      /**
       * Whether Git declares it or a controller made it
       *
       */
      origin: 'declared' | 'generated';
      /** */
      verdict:
        | 'none'
        | 'drift'
        | 'missing'
        | 'unexpected'
        | 'unverifiable'
        | 'not-compared';
      reason?: string;
      counts: components['schemas']['VerdictCounts'];
    };
    /** Fields of other names are refused */
    IgnoreRuleInput: {
      name: string;
      reason: string;
      /** The rule is of this entity; of the whole portal when left out */
      entityRef?: string;
      /** Empty for the core group */
      group?: string;
      kind?: string;
      namespace?: string;
      objectName?: string;
      /** Our syntax, e.g. spec.template.spec.containers[name=web].image or metadata.annotations.* */
      path?: string;
      jsonPointer?: string;
      /** The subset of jq that names paths */
      jq?: string;
      /** Only fields that this field manager owns */
      manager?: string;
      /** Format: date-time */
      expiresAt?: string;
      /** True unless given */
      active?: boolean;
    };
    IgnoreRule: components['schemas']['IgnoreRuleInput'] & {
      id: string;
      active: boolean;
      /** */
      state: 'active' | 'paused' | 'expired';
      /** Format: date-time */
      createdAt: string;
      /** User entity ref */
      createdBy: string;
      /** Format: date-time */
      updatedAt?: string;
      updatedBy?: string;
      /** Findings of entities that the reader may see which it hides now */
      hides: number;
      /** Whether the reader may change it */
      mayChange?: boolean;
    };
    IgnoreRuleList: {
      items: components['schemas']['IgnoreRule'][];
      mayCreate: boolean;
    };
    IgnoreRulePreview: {
      hides: components['schemas']['Finding'][];
      /** Exact number */
      total: number;
      entities: string[];
      /** Matching findings that another rule hides already */
      shadowed?: number;
      /** What could not be told, in words */
      notes?: string[];
    };
    ImportedIgnoreRules: {
      rules: components['schemas']['IgnoreRuleInput'][];
      refused: string[];
    };
    /** What hides a finding, as it was when the check was made */
    Suppression: {
      /** Absent when no saved rule hides it */
      ruleId?: string;
      name?: string;
      text: string;
      reason?: string;
      /** Format: date-time */
      at: string;
    };
    /** What the GitOps controller of a target says */
    TargetSync: {
      /** e.g. Application/argocd/payments */
      controller: string;
      /** What it says it applied */
      revision?: string;
      /** Format: date-time */
      appliedAt?: string;
      phase?: string;
      automated?: boolean;
      selfHeal?: boolean;
      suspended?: boolean;
      message?: string;
    };
    Incident: components['schemas']['IncidentSummary'] & {
      target: components['schemas']['Target'];
      cause?: components['schemas']['IncidentCause'];
      findings: components['schemas']['Finding'][];
      recommendation?: components['schemas']['Recommendation'];
    };
    IncidentPage: {
      items: components['schemas']['Incident'][];
      nextCursor?: string;
      total?: number;
    };
    IncidentDetail: {
      incident: components['schemas']['Incident'];
      history: {
        /** Format: date-time */
        time: string;
        /** */
        kind:
          | 'opened'
          | 'refreshed'
          | 'acknowledged'
          | 'resolved'
          | 'reopened'
          | 'unverified';
        text: string;
        /** User entity ref of what a person did here */
        author?: string;
      }[];
      events: components['schemas']['AuditEventRow'][];
    };
    FrictionDriver: {
      ruleId: string;
      title: string;
      severity: components['schemas']['Severity'];
      /** Share of the score now; all drivers sum to `sum` */
      points: number;
      count: number;
      /** What would make this detour unnecessary */
      nextStep?: string;
    };
    HeatmapCell: {
      row: string;
      column: string;
      /** Points when it happened */
      points: number;
      /** Share of today's score after decay */
      pointsNow?: number;
      count: number;
      partial?: boolean;
    };
    HeatmapAxis: {
      id: string;
      label: string;
      /**
       * Whether audit events of that day arrived
       *
       */
      state?: 'covered' | 'partial' | 'no-data';
      reason?: string;
    };
    Heatmap: {
      rows: components['schemas']['HeatmapAxis'][];
      columns: components['schemas']['HeatmapAxis'][];
      /** Cells that are not zero */
      cells: components['schemas']['HeatmapCell'][];
      /** Lower limits of the five colour steps */
      steps: number[];
      /** */
      unit: 'points' | 'events' | 'score';
    };
    TrendPoint: {
      /** Format: date */
      day: string;
      value?: number;
    };
    EntityFriction: {
      entityRef: string;
      /**
       * quiet = looked everywhere and nothing happened; no-feed = no audit events of its clusters arrive; not-resolved = no object is known to belong to it
       *
       */
      state: 'scored' | 'quiet' | 'no-feed' | 'not-resolved';
      reason?: string;
      /** 0 to 100; absent when nothing can be said */
      score?: number;
      band?: components['schemas']['Band'];
      changeSinceYesterday?: number;
      changeSinceWeekAgo?: number;
      breakdown: components['schemas']['FrictionDriver'][];
      /** Sum of the drivers; the score is min(100 */
      sum: number;
      trend: components['schemas']['TrendPoint'][];
      heatmap: components['schemas']['Heatmap'];
      hours: components['schemas']['Heatmap'];
      eventCount: number;
      notCounted: {
        reason: string;
        count: number;
      }[];
      parameters: {
        halfLifeDays: number;
        windowDays: number;
        threshold: number;
      };
      /** Format: date-time */
      updatedAt: string;
    };
    FrictionEvent: {
      id: string;
      /** Format: date-time */
      time: string;
      cluster: string;
      ruleId: string;
      title: string;
      severity: components['schemas']['Severity'];
      points: number;
      pointsNow: number;
      actor: components['schemas']['Actor'];
      object?: components['schemas']['ObjectRef'];
      sentence: string;
      command?: components['schemas']['Command'];
      /** The stored audit event */
      eventId: string;
    };
    FrictionEventPage: {
      items: components['schemas']['FrictionEvent'][];
      total: number;
      nextCursor?: string;
    };
    FleetFriction: {
      items: {
        entityRef: string;
        title?: string;
        owner?: string;
        system?: string;
        /** */
        state: 'scored' | 'quiet' | 'no-feed' | 'not-resolved';
        reason?: string;
        score?: number;
        band?: components['schemas']['Band'];
        changeSinceWeekAgo?: number;
        eventCount: number;
        drivers: components['schemas']['FrictionDriver'][];
        trend: components['schemas']['TrendPoint'][];
      }[];
      total: number;
      heatmap: components['schemas']['Heatmap'];
      nextCursor?: string;
    };
    Feed: {
      cluster: string;
      title?: string;
      /** */
      access: 'kubernetes' | 'kubeconfig' | 'inCluster' | 'snapshot' | 'none';
      /** */
      state: 'live' | 'silent' | 'never' | 'no-subject';
      reason?: string;
      /** Whether live objects can be read */
      observable: boolean;
      unobservableReason?: string;
      /** Format: date-time */
      unobservableSince?: string;
      /** Format: date-time */
      lastReceivedAt?: string;
      /** Format: date-time */
      lastEventAt?: string;
      lagSeconds?: number;
      stored: number;
      duplicates: number;
      quarantined: number;
    };
    FeedList: {
      items: components['schemas']['Feed'][];
    };
    CoveragePage: {
      items: {
        entityRef: string;
        title?: string;
        owner?: string;
        /** */
        state: 'covered' | 'needs-set-up' | 'unobservable';
        steps: {
          /** */
          id: 'annotation' | 'location' | 'manifests' | 'cluster' | 'audit';
          /** */
          result: 'ok' | 'failed' | 'not-reached';
          message: string;
          annotationToPaste?: string;
        }[];
      }[];
      counts: {
        total: number;
        covered: number;
        needsSetUp: number;
        unobservable: number;
      };
      nextCursor?: string;
    };
    UnattributedPage: {
      items: {
        cluster: string;
        object: components['schemas']['ObjectRef'];
        count: number;
        reason: string;
        candidates: string[];
        /** Format: date-time */
        lastEventAt: string;
      }[];
      totalEvents: number;
      unattributedEvents: number;
      nextCursor?: string;
    };
    Overview: {
      figures: {
        driftedFields: number;
        driftedServices: number;
        services: number;
        openIncidents: number;
        openIncidentsBySeverity: {
          critical: number;
          high: number;
          medium: number;
          low: number;
        };
        /** Absent when none is resolved */
        medianIncidentSeconds?: number;
        meanFrictionScore?: number;
        scoredServices?: number;
        coveredServices: number;
        needsSetUp?: number;
      };
      unobserved: {
        cluster: string;
        reason: string;
        /** Format: date-time */
        since?: string;
        services: number;
      }[];
      incidents: components['schemas']['IncidentSummary'][];
      feeds: components['schemas']['Feed'][];
      coverage: {
        label: string;
        count: number;
      }[];
      heatmap: components['schemas']['Heatmap'];
      movers: {
        entityRef: string;
        from: number;
        to: number;
        change: number;
        band?: components['schemas']['Band'];
      }[];
      trend: {
        friction: components['schemas']['TrendPoint'][];
        drift: components['schemas']['TrendPoint'][];
      };
      /** 0 to 1 of all stored events */
      unattributedShare: number;
    };
  };
  responses: {
    /** Error in Backstage's shape */
    Error: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
  };
  parameters: {
    cluster: string;
    id: string;
    kind: string;
    namespace: string;
    name: string;
    /** Entity ref; may repeat */
    entityQuery: string[];
    clusterQuery: string[];
    namespaceQuery: string[];
    actorQuery: string[];
    actorClassQuery: components['schemas']['ActorClass'][];
    verbQuery: string[];
    /** Plural, with subresource as in pods/exec */
    resourceQuery: string[];
    /** Prefix of the object's name */
    nameQuery: string;
    outcomeQuery: components['schemas']['Outcome'][];
    ruleQuery: string[];
    from: string;
    to: string;
    /** Words of the sentence */
    q: string;
    /** Whether routine reads and controller writes are listed; hidden ones are counted */
    routine: 'hide' | 'show';
    cursor: string;
    limit: number;
    days: number;
    /** IANA name; days and hours are cut in it */
    timeZone: string;
    ownerQuery: string[];
    systemQuery: string[];
    incidentState: 'open' | 'acknowledged' | 'resolved' | 'all';
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
/** As openapi.yaml says. @public */
export type $defs = Record<string, never>;
/** As openapi.yaml says. @public */
export interface operations {
  ingestAuditEvents: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        cluster: components['parameters']['cluster'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** Everything is stored or quarantined */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IngestResult'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  searchAuditEvents: {
    parameters: {
      query?: {
        /** Entity ref; may repeat */
        entity?: components['parameters']['entityQuery'];
        cluster?: components['parameters']['clusterQuery'];
        namespace?: components['parameters']['namespaceQuery'];
        actor?: components['parameters']['actorQuery'];
        actorClass?: components['parameters']['actorClassQuery'];
        verb?: components['parameters']['verbQuery'];
        /** Plural, with subresource as in pods/exec */
        resource?: components['parameters']['resourceQuery'];
        /** Prefix of the object's name */
        name?: components['parameters']['nameQuery'];
        outcome?: components['parameters']['outcomeQuery'];
        rule?: components['parameters']['ruleQuery'];
        from?: components['parameters']['from'];
        to?: components['parameters']['to'];
        /** Words of the sentence */
        q?: components['parameters']['q'];
        /** Whether routine reads and controller writes are listed; hidden ones are counted */
        routine?: components['parameters']['routine'];
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A page of events */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditEventPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getAuditEventFacets: {
    parameters: {
      query?: {
        /** Entity ref; may repeat */
        entity?: components['parameters']['entityQuery'];
        cluster?: components['parameters']['clusterQuery'];
        namespace?: components['parameters']['namespaceQuery'];
        actor?: components['parameters']['actorQuery'];
        actorClass?: components['parameters']['actorClassQuery'];
        verb?: components['parameters']['verbQuery'];
        /** Plural, with subresource as in pods/exec */
        resource?: components['parameters']['resourceQuery'];
        /** Prefix of the object's name */
        name?: components['parameters']['nameQuery'];
        outcome?: components['parameters']['outcomeQuery'];
        rule?: components['parameters']['ruleQuery'];
        from?: components['parameters']['from'];
        to?: components['parameters']['to'];
        /** Words of the sentence */
        q?: components['parameters']['q'];
        /** Whether routine reads and controller writes are listed; hidden ones are counted */
        routine?: components['parameters']['routine'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Facets */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditEventFacets'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  streamAuditEvents: {
    parameters: {
      query?: {
        /** Entity ref; may repeat */
        entity?: components['parameters']['entityQuery'];
        cluster?: components['parameters']['clusterQuery'];
        namespace?: components['parameters']['namespaceQuery'];
        actor?: components['parameters']['actorQuery'];
        actorClass?: components['parameters']['actorClassQuery'];
        verb?: components['parameters']['verbQuery'];
        /** Plural, with subresource as in pods/exec */
        resource?: components['parameters']['resourceQuery'];
        /** Prefix of the object's name */
        name?: components['parameters']['nameQuery'];
        outcome?: components['parameters']['outcomeQuery'];
        rule?: components['parameters']['ruleQuery'];
        /** Words of the sentence */
        q?: components['parameters']['q'];
        /** Whether routine reads and controller writes are listed; hidden ones are counted */
        routine?: components['parameters']['routine'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** text/event-stream with `audit-event` and `resync` events and a heartbeat comment every 15 s */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      default: components['responses']['Error'];
    };
  };
  getAuditEvent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The event */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditEventDetail'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listQuarantine: {
    parameters: {
      query?: {
        cluster?: components['parameters']['clusterQuery'];
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A page of quarantined items */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QuarantinePage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getEntityDrift: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The entity's drift */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntityDrift'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getEntityManifests: {
    parameters: {
      query: {
        target: string;
        /** apiVersion/Kind/namespace/name */
        ref: string;
        /** With hide, the live side is told as its manifest would say it: without what the API server and controllers filled in */
        serverFilled?: 'hide' | 'show';
      };
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Both sides; a side that could not be read is absent with its reason */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ObjectManifests'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listEntityIncidents: {
    parameters: {
      query?: {
        state?: components['parameters']['incidentState'];
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A page of incidents, newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  startDriftRuns: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Runs are queued; poll the entity's drift or wait for the signal `plumbline:drift` */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DriftRunsStarted'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getEntityFriction: {
    parameters: {
      query?: {
        days?: components['parameters']['days'];
        /** IANA name; days and hours are cut in it */
        timeZone?: components['parameters']['timeZone'];
      };
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The entity's friction */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntityFriction'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listFrictionEvents: {
    parameters: {
      query?: {
        rule?: components['parameters']['ruleQuery'];
        cluster?: components['parameters']['clusterQuery'];
        from?: components['parameters']['from'];
        to?: components['parameters']['to'];
        /** 0 = Monday 00:00 to 167 = Sunday 23:00 in the given time zone */
        hourOfWeek?: number;
        /** IANA name; days and hours are cut in it */
        timeZone?: components['parameters']['timeZone'];
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A page of friction events */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FrictionEventPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getEntityActivity: {
    parameters: {
      query?: {
        cluster?: components['parameters']['clusterQuery'];
        actorClass?: components['parameters']['actorClassQuery'];
        outcome?: components['parameters']['outcomeQuery'];
        rule?: components['parameters']['ruleQuery'];
        from?: components['parameters']['from'];
        to?: components['parameters']['to'];
        /** Words of the sentence */
        q?: components['parameters']['q'];
        /** Whether routine reads and controller writes are listed; hidden ones are counted */
        routine?: components['parameters']['routine'];
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A page of events */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditEventPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listIncidents: {
    parameters: {
      query?: {
        state?: components['parameters']['incidentState'];
        /** Entity ref; may repeat */
        entity?: components['parameters']['entityQuery'];
        cluster?: components['parameters']['clusterQuery'];
        severity?: components['schemas']['Severity'][];
        level?: components['schemas']['IncidentLevel'][];
        /** Words of the sentence */
        q?: components['parameters']['q'];
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A page of incidents */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getIncident: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The incident */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentDetail'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  changeIncidentState: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IncidentStateChange'];
      };
    };
    responses: {
      /** The incident as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentDetail'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getIncidentTimeline: {
    parameters: {
      query?: {
        from?: components['parameters']['from'];
        to?: components['parameters']['to'];
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A page of the timeline */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Timeline'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getIncidentWaysOut: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Both ways out, or why one is not there */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WaysOut'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getIncidentStatistics: {
    parameters: {
      query?: {
        /** Entity ref; may repeat */
        entity?: components['parameters']['entityQuery'];
        days?: components['parameters']['days'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Of all entities that the reader may see, or of those asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentStatistics'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getEntityObjects: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The trees, one per target */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntityObjects'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listIgnoreRules: {
    parameters: {
      query?: {
        /** Only rules that can hide findings of this entity */
        entity?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Rules of entities that the reader may see, and those of the whole portal */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IgnoreRuleList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  createIgnoreRule: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IgnoreRuleInput'];
      };
    };
    responses: {
      /** The saved rule */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IgnoreRule'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  previewIgnoreRule: {
    parameters: {
      query?: {
        /** Id of the saved rule that is being changed; it does not count beside its new form */
        rule?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IgnoreRuleInput'];
      };
    };
    responses: {
      /** Findings of entities that the reader may see; others are counted nowhere */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IgnoreRulePreview'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  importIgnoreRules: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** YAML: the list, or an Application that has it */
          ignoreDifferences: string;
        };
      };
    };
    responses: {
      /** Rules to look at and save, and what cannot be read, each with its reason */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportedIgnoreRules'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  updateIgnoreRule: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IgnoreRuleInput'];
      };
    };
    responses: {
      /** The changed rule */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IgnoreRule'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  deleteIgnoreRule: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** It is gone */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Error'];
    };
  };
  getOverview: {
    parameters: {
      query?: {
        days?: components['parameters']['days'];
        owner?: components['parameters']['ownerQuery'];
        system?: components['parameters']['systemQuery'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Overview */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Overview'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getFleetFriction: {
    parameters: {
      query?: {
        days?: components['parameters']['days'];
        owner?: components['parameters']['ownerQuery'];
        system?: components['parameters']['systemQuery'];
        band?: components['schemas']['Band'][];
        sort?: 'score' | 'change' | 'name' | 'events';
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A page of services */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FleetFriction'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getCoverage: {
    parameters: {
      query?: {
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A page of entities */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CoveragePage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listFeeds: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Feeds */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FeedList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listUnattributed: {
    parameters: {
      query?: {
        cluster?: components['parameters']['clusterQuery'];
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A page of objects */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnattributedPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
}
