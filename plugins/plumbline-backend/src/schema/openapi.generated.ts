// Made from openapi.yaml by scripts/generate-openapi.js. Do not edit.
export const specification = {
  openapi: '3.0.3',
  info: {
    title: 'plumbline',
    version: '1',
    description:
      'Kubernetes audit log × desired state: what drifted, who did it, when, with which command, and how often people go round the platform. Times are ISO 8601 in UTC, points and scores are numbers, cursors are opaque.\n',
    license: {
      name: 'Apache-2.0',
      url: 'https://www.apache.org/licenses/LICENSE-2.0.html',
    },
  },
  servers: [{ url: '/api/plumbline' }],
  tags: [
    { name: 'ingest' },
    { name: 'audit' },
    { name: 'drift' },
    { name: 'friction' },
    { name: 'portal' },
  ],
  paths: {
    '/v1/clusters/{cluster}/audit-events': {
      post: {
        operationId: 'ingestAuditEvents',
        tags: ['ingest'],
        summary: 'Store audit events of one cluster',
        description:
          'An EventList as kube-apiserver posts it, a single Event, a JSON array or NDJSON; gzip allowed. The sender is a Backstage external-access subject that config binds to exactly this cluster. 2xx only after commit.\n',
        parameters: [{ $ref: '#/components/parameters/cluster' }],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: {} } },
        },
        responses: {
          '200': {
            description: 'Everything is stored or quarantined',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/IngestResult' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/audit-events': {
      get: {
        operationId: 'searchAuditEvents',
        tags: ['audit'],
        summary: 'Search audit events, newest first',
        parameters: [
          { $ref: '#/components/parameters/entityQuery' },
          { $ref: '#/components/parameters/clusterQuery' },
          { $ref: '#/components/parameters/namespaceQuery' },
          { $ref: '#/components/parameters/actorQuery' },
          { $ref: '#/components/parameters/actorClassQuery' },
          { $ref: '#/components/parameters/verbQuery' },
          { $ref: '#/components/parameters/resourceQuery' },
          { $ref: '#/components/parameters/nameQuery' },
          { $ref: '#/components/parameters/outcomeQuery' },
          { $ref: '#/components/parameters/ruleQuery' },
          { $ref: '#/components/parameters/from' },
          { $ref: '#/components/parameters/to' },
          { $ref: '#/components/parameters/q' },
          { $ref: '#/components/parameters/routine' },
          { $ref: '#/components/parameters/cursor' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description: 'A page of events',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/AuditEventPage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/audit-events/facets': {
      get: {
        operationId: 'getAuditEventFacets',
        tags: ['audit'],
        summary:
          'Counts per facet and a histogram, for the same filters as the search',
        parameters: [
          { $ref: '#/components/parameters/entityQuery' },
          { $ref: '#/components/parameters/clusterQuery' },
          { $ref: '#/components/parameters/namespaceQuery' },
          { $ref: '#/components/parameters/actorQuery' },
          { $ref: '#/components/parameters/actorClassQuery' },
          { $ref: '#/components/parameters/verbQuery' },
          { $ref: '#/components/parameters/resourceQuery' },
          { $ref: '#/components/parameters/nameQuery' },
          { $ref: '#/components/parameters/outcomeQuery' },
          { $ref: '#/components/parameters/ruleQuery' },
          { $ref: '#/components/parameters/from' },
          { $ref: '#/components/parameters/to' },
          { $ref: '#/components/parameters/q' },
          { $ref: '#/components/parameters/routine' },
        ],
        responses: {
          '200': {
            description: 'Facets',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/AuditEventFacets' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/audit-events/stream': {
      get: {
        operationId: 'streamAuditEvents',
        tags: ['audit'],
        summary:
          'Live tail as server-sent events; `data` is an AuditEventRow, `id` resumes by Last-Event-ID',
        parameters: [
          { $ref: '#/components/parameters/entityQuery' },
          { $ref: '#/components/parameters/clusterQuery' },
          { $ref: '#/components/parameters/namespaceQuery' },
          { $ref: '#/components/parameters/actorQuery' },
          { $ref: '#/components/parameters/actorClassQuery' },
          { $ref: '#/components/parameters/verbQuery' },
          { $ref: '#/components/parameters/resourceQuery' },
          { $ref: '#/components/parameters/nameQuery' },
          { $ref: '#/components/parameters/outcomeQuery' },
          { $ref: '#/components/parameters/ruleQuery' },
          { $ref: '#/components/parameters/q' },
          { $ref: '#/components/parameters/routine' },
        ],
        responses: {
          '200': {
            description:
              'text/event-stream with `audit-event` and `resync` events and a heartbeat comment every 15 s',
            content: { 'text/event-stream': { schema: { type: 'string' } } },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/audit-events/{id}': {
      get: {
        operationId: 'getAuditEvent',
        tags: ['audit'],
        summary: 'One audit event with its raw JSON and what hangs on it',
        parameters: [{ $ref: '#/components/parameters/id' }],
        responses: {
          '200': {
            description: 'The event',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/AuditEventDetail' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/quarantine': {
      get: {
        operationId: 'listQuarantine',
        tags: ['audit'],
        summary:
          'What arrived but could not be stored as an event, with the reason',
        parameters: [
          { $ref: '#/components/parameters/clusterQuery' },
          { $ref: '#/components/parameters/cursor' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description: 'A page of quarantined items',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/QuarantinePage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/entities/{kind}/{namespace}/{name}/drift': {
      get: {
        operationId: 'getEntityDrift',
        tags: ['drift'],
        summary:
          'Targets, last run, coverage, counts by verdict and findings of one entity',
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
        ],
        responses: {
          '200': {
            description: "The entity's drift",
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EntityDrift' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/entities/{kind}/{namespace}/{name}/manifests': {
      get: {
        operationId: 'getEntityManifests',
        tags: ['drift'],
        summary:
          'Desired and live YAML of one object of a target, secrets masked, for the raw diff',
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
          {
            name: 'target',
            in: 'query',
            required: true,
            schema: { type: 'string', maxLength: 128 },
          },
          {
            name: 'ref',
            in: 'query',
            required: true,
            description: 'apiVersion/Kind/namespace/name',
            schema: { type: 'string', maxLength: 1024 },
          },
          {
            name: 'serverFilled',
            in: 'query',
            description:
              'With hide, the live side is told as its manifest would say it: without what the API server and controllers filled in',
            schema: { type: 'string', enum: ['hide', 'show'], default: 'show' },
          },
        ],
        responses: {
          '200': {
            description:
              'Both sides; a side that could not be read is absent with its reason',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ObjectManifests' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/entities/{kind}/{namespace}/{name}/incidents': {
      get: {
        operationId: 'listEntityIncidents',
        tags: ['drift'],
        summary: 'Incidents of one entity',
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
          { $ref: '#/components/parameters/incidentState' },
          { $ref: '#/components/parameters/cursor' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description: 'A page of incidents, newest first',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/IncidentPage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/entities/{kind}/{namespace}/{name}/drift-runs': {
      post: {
        operationId: 'startDriftRuns',
        tags: ['drift'],
        summary: 'Check all targets of the entity now',
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
        ],
        responses: {
          '202': {
            description:
              "Runs are queued; poll the entity's drift or wait for the signal `plumbline:drift`",
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DriftRunsStarted' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/entities/{kind}/{namespace}/{name}/friction': {
      get: {
        operationId: 'getEntityFriction',
        tags: ['friction'],
        summary:
          'Score, band, breakdown that adds up, trend and heatmap of one entity',
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
          { $ref: '#/components/parameters/days' },
          { $ref: '#/components/parameters/timeZone' },
        ],
        responses: {
          '200': {
            description: "The entity's friction",
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EntityFriction' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/entities/{kind}/{namespace}/{name}/friction/events': {
      get: {
        operationId: 'listFrictionEvents',
        tags: ['friction'],
        summary: 'The friction events behind the score, newest first',
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
          { $ref: '#/components/parameters/ruleQuery' },
          { $ref: '#/components/parameters/clusterQuery' },
          { $ref: '#/components/parameters/from' },
          { $ref: '#/components/parameters/to' },
          {
            name: 'hourOfWeek',
            in: 'query',
            description:
              '0 = Monday 00:00 to 167 = Sunday 23:00 in the given time zone',
            schema: { type: 'integer', minimum: 0, maximum: 167 },
          },
          { $ref: '#/components/parameters/timeZone' },
          { $ref: '#/components/parameters/cursor' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description: 'A page of friction events',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/FrictionEventPage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/entities/{kind}/{namespace}/{name}/activity': {
      get: {
        operationId: 'getEntityActivity',
        tags: ['audit'],
        summary: 'What happened to this entity, as sentences with commands',
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
          { $ref: '#/components/parameters/clusterQuery' },
          { $ref: '#/components/parameters/actorClassQuery' },
          { $ref: '#/components/parameters/outcomeQuery' },
          { $ref: '#/components/parameters/ruleQuery' },
          { $ref: '#/components/parameters/from' },
          { $ref: '#/components/parameters/to' },
          { $ref: '#/components/parameters/q' },
          { $ref: '#/components/parameters/routine' },
          { $ref: '#/components/parameters/cursor' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description: 'A page of events',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/AuditEventPage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/incidents': {
      get: {
        operationId: 'listIncidents',
        tags: ['drift'],
        summary:
          'Incidents of all entities that the reader may see, newest first',
        parameters: [
          { $ref: '#/components/parameters/incidentState' },
          { $ref: '#/components/parameters/entityQuery' },
          { $ref: '#/components/parameters/clusterQuery' },
          {
            name: 'severity',
            in: 'query',
            schema: {
              type: 'array',
              items: { $ref: '#/components/schemas/Severity' },
            },
            style: 'form',
            explode: true,
          },
          {
            name: 'level',
            in: 'query',
            schema: {
              type: 'array',
              items: { $ref: '#/components/schemas/IncidentLevel' },
            },
            style: 'form',
            explode: true,
          },
          { $ref: '#/components/parameters/q' },
          { $ref: '#/components/parameters/cursor' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description: 'A page of incidents',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/IncidentPage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/incidents/{id}': {
      get: {
        operationId: 'getIncident',
        tags: ['drift'],
        summary: 'One incident with its findings and history',
        parameters: [{ $ref: '#/components/parameters/id' }],
        responses: {
          '200': {
            description: 'The incident',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/IncidentDetail' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/incidents/{id}/state': {
      post: {
        operationId: 'changeIncidentState',
        tags: ['drift'],
        summary: 'Acknowledge an incident, or take the acknowledgement back',
        description:
          'Resolving is not offered: an incident resolves when a comparison no longer finds its differences. Needs `plumbline.incident.update`.\n',
        parameters: [{ $ref: '#/components/parameters/id' }],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/IncidentStateChange' },
            },
          },
        },
        responses: {
          '200': {
            description: 'The incident as it is now',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/IncidentDetail' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/incidents/{id}/timeline': {
      get: {
        operationId: 'getIncidentTimeline',
        tags: ['drift'],
        summary:
          'Audit events, commits, syncs and drift around an incident on one axis, newest first',
        description:
          "Scoped to the incident's target and its repository. Without `from` and `to`, the time around the incident.",
        parameters: [
          { $ref: '#/components/parameters/id' },
          { $ref: '#/components/parameters/from' },
          { $ref: '#/components/parameters/to' },
          { $ref: '#/components/parameters/cursor' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description: 'A page of the timeline',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Timeline' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/incidents/{id}/ways-out': {
      get: {
        operationId: 'getIncidentWaysOut',
        tags: ['drift'],
        summary:
          'The patch that adopts the live values into Git and the commands that restore what Git says; nothing is executed',
        parameters: [{ $ref: '#/components/parameters/id' }],
        responses: {
          '200': {
            description: 'Both ways out, or why one is not there',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/WaysOut' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/incident-statistics': {
      get: {
        operationId: 'getIncidentStatistics',
        tags: ['drift'],
        summary:
          'Ages and times of incidents, per entity and per cause, and what keeps coming back',
        parameters: [
          { $ref: '#/components/parameters/entityQuery' },
          { $ref: '#/components/parameters/days' },
        ],
        responses: {
          '200': {
            description:
              'Of all entities that the reader may see, or of those asked for',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/IncidentStatistics' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/entities/{kind}/{namespace}/{name}/objects': {
      get: {
        operationId: 'getEntityObjects',
        tags: ['drift'],
        summary:
          'Declared objects with what the cluster generated from them, each with its verdict',
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
        ],
        responses: {
          '200': {
            description: 'The trees, one per target',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EntityObjects' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/ignore-rules': {
      get: {
        operationId: 'listIgnoreRules',
        tags: ['drift'],
        summary: 'Ignore rules in the order in which they are asked',
        parameters: [
          {
            name: 'entity',
            in: 'query',
            allowReserved: true,
            description: 'Only rules that can hide findings of this entity',
            schema: { type: 'string', maxLength: 255 },
          },
        ],
        responses: {
          '200': {
            description:
              'Rules of entities that the reader may see, and those of the whole portal',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/IgnoreRuleList' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      post: {
        operationId: 'createIgnoreRule',
        tags: ['drift'],
        summary: 'Save a rule; it hides from the next check on',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/IgnoreRuleInput' },
            },
          },
        },
        responses: {
          '201': {
            description: 'The saved rule',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/IgnoreRule' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/ignore-rules/preview': {
      post: {
        operationId: 'previewIgnoreRule',
        tags: ['drift'],
        summary:
          'What a rule would hide of what is known now, before it is saved',
        parameters: [
          {
            name: 'rule',
            in: 'query',
            description:
              'Id of the saved rule that is being changed; it does not count beside its new form',
            schema: { type: 'string', maxLength: 64 },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/IgnoreRuleInput' },
            },
          },
        },
        responses: {
          '200': {
            description:
              'Findings of entities that the reader may see; others are counted nowhere',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/IgnoreRulePreview' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/ignore-rules/import': {
      post: {
        operationId: 'importIgnoreRules',
        tags: ['drift'],
        summary:
          "Reads Argo CD's `ignoreDifferences` into rules; saves nothing",
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['ignoreDifferences'],
                properties: {
                  ignoreDifferences: {
                    type: 'string',
                    maxLength: 65536,
                    description:
                      'YAML: the list, or an Application that has it',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'Rules to look at and save, and what cannot be read, each with its reason',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ImportedIgnoreRules' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/ignore-rules/{id}': {
      put: {
        operationId: 'updateIgnoreRule',
        tags: ['drift'],
        summary:
          'Change a rule; what it hid stays recorded with its text as it was',
        parameters: [{ $ref: '#/components/parameters/id' }],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/IgnoreRuleInput' },
            },
          },
        },
        responses: {
          '200': {
            description: 'The changed rule',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/IgnoreRule' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      delete: {
        operationId: 'deleteIgnoreRule',
        tags: ['drift'],
        summary: 'Remove a rule; what it hid shows again after the next check',
        parameters: [{ $ref: '#/components/parameters/id' }],
        responses: {
          '204': { description: 'It is gone' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/overview': {
      get: {
        operationId: 'getOverview',
        tags: ['portal'],
        summary: 'The portal-wide picture of what the reader may see',
        parameters: [
          { $ref: '#/components/parameters/days' },
          { $ref: '#/components/parameters/ownerQuery' },
          { $ref: '#/components/parameters/systemQuery' },
        ],
        responses: {
          '200': {
            description: 'Overview',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Overview' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/friction': {
      get: {
        operationId: 'getFleetFriction',
        tags: ['friction'],
        summary: 'Friction of all services that the reader may see',
        parameters: [
          { $ref: '#/components/parameters/days' },
          { $ref: '#/components/parameters/ownerQuery' },
          { $ref: '#/components/parameters/systemQuery' },
          {
            name: 'band',
            in: 'query',
            schema: {
              type: 'array',
              items: { $ref: '#/components/schemas/Band' },
            },
            style: 'form',
            explode: true,
          },
          {
            name: 'sort',
            in: 'query',
            schema: {
              type: 'string',
              enum: ['score', 'change', 'name', 'events'],
              default: 'score',
            },
          },
          { $ref: '#/components/parameters/cursor' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description: 'A page of services',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/FleetFriction' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/coverage': {
      get: {
        operationId: 'getCoverage',
        tags: ['portal'],
        summary: 'Which entities are set up, and at which step the others stop',
        parameters: [
          { $ref: '#/components/parameters/cursor' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description: 'A page of entities',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/CoveragePage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/feeds': {
      get: {
        operationId: 'listFeeds',
        tags: ['portal'],
        summary:
          'Every configured cluster, whether it can be looked at and what its audit feed brought',
        responses: {
          '200': {
            description: 'Feeds',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/FeedList' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/unattributed': {
      get: {
        operationId: 'listUnattributed',
        tags: ['portal'],
        summary:
          'Objects with audit events that belong to no entity, or to more than one, with the reason',
        parameters: [
          { $ref: '#/components/parameters/clusterQuery' },
          { $ref: '#/components/parameters/cursor' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description: 'A page of objects',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/UnattributedPage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
  },
  components: {
    responses: {
      Error: {
        description: "Error in Backstage's shape",
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
    },
    parameters: {
      cluster: {
        name: 'cluster',
        in: 'path',
        required: true,
        schema: { type: 'string', maxLength: 253 },
      },
      id: {
        name: 'id',
        in: 'path',
        required: true,
        schema: { type: 'string', maxLength: 128 },
      },
      kind: {
        name: 'kind',
        in: 'path',
        required: true,
        schema: { type: 'string', maxLength: 63 },
      },
      namespace: {
        name: 'namespace',
        in: 'path',
        required: true,
        schema: { type: 'string', maxLength: 63 },
      },
      name: {
        name: 'name',
        in: 'path',
        required: true,
        schema: { type: 'string', maxLength: 63 },
      },
      entityQuery: {
        name: 'entity',
        in: 'query',
        allowReserved: true,
        description: 'Entity ref; may repeat',
        schema: {
          type: 'array',
          items: { type: 'string', maxLength: 255 },
          maxItems: 100,
        },
        style: 'form',
        explode: true,
      },
      clusterQuery: {
        name: 'cluster',
        in: 'query',
        allowReserved: true,
        schema: {
          type: 'array',
          items: { type: 'string', maxLength: 253 },
          maxItems: 100,
        },
        style: 'form',
        explode: true,
      },
      namespaceQuery: {
        name: 'namespace',
        in: 'query',
        allowReserved: true,
        schema: {
          type: 'array',
          items: { type: 'string', maxLength: 253 },
          maxItems: 100,
        },
        style: 'form',
        explode: true,
      },
      actorQuery: {
        name: 'actor',
        in: 'query',
        allowReserved: true,
        schema: {
          type: 'array',
          items: { type: 'string', maxLength: 512 },
          maxItems: 20,
        },
        style: 'form',
        explode: true,
      },
      actorClassQuery: {
        name: 'actorClass',
        in: 'query',
        schema: {
          type: 'array',
          items: { $ref: '#/components/schemas/ActorClass' },
        },
        style: 'form',
        explode: true,
      },
      verbQuery: {
        name: 'verb',
        in: 'query',
        schema: {
          type: 'array',
          items: { type: 'string', maxLength: 64 },
          maxItems: 20,
        },
        style: 'form',
        explode: true,
      },
      resourceQuery: {
        name: 'resource',
        in: 'query',
        allowReserved: true,
        description: 'Plural, with subresource as in pods/exec',
        schema: {
          type: 'array',
          items: { type: 'string', maxLength: 253 },
          maxItems: 50,
        },
        style: 'form',
        explode: true,
      },
      nameQuery: {
        name: 'name',
        in: 'query',
        allowReserved: true,
        description: "Prefix of the object's name",
        schema: { type: 'string', maxLength: 253 },
      },
      outcomeQuery: {
        name: 'outcome',
        in: 'query',
        schema: {
          type: 'array',
          items: { $ref: '#/components/schemas/Outcome' },
        },
        style: 'form',
        explode: true,
      },
      ruleQuery: {
        name: 'rule',
        in: 'query',
        allowReserved: true,
        schema: {
          type: 'array',
          items: { type: 'string', maxLength: 64 },
          maxItems: 60,
        },
        style: 'form',
        explode: true,
      },
      from: {
        name: 'from',
        in: 'query',
        allowReserved: true,
        schema: { type: 'string', format: 'date-time' },
      },
      to: {
        name: 'to',
        in: 'query',
        allowReserved: true,
        schema: { type: 'string', format: 'date-time' },
      },
      q: {
        name: 'q',
        in: 'query',
        allowReserved: true,
        description: 'Words of the sentence',
        object: null,
        'person or command; all must occur': null,
        schema: { type: 'string', maxLength: 256 },
      },
      routine: {
        name: 'routine',
        in: 'query',
        description:
          'Whether routine reads and controller writes are listed; hidden ones are counted',
        schema: { type: 'string', enum: ['hide', 'show'], default: 'hide' },
      },
      cursor: {
        name: 'cursor',
        in: 'query',
        schema: { type: 'string', maxLength: 512 },
      },
      limit: {
        name: 'limit',
        in: 'query',
        schema: { type: 'integer', minimum: 1, maximum: 100, default: 50 },
      },
      days: {
        name: 'days',
        in: 'query',
        schema: { type: 'integer', minimum: 1, maximum: 90, default: 28 },
      },
      timeZone: {
        name: 'timeZone',
        in: 'query',
        allowReserved: true,
        description: 'IANA name; days and hours are cut in it',
        schema: { type: 'string', maxLength: 64, default: 'UTC' },
      },
      ownerQuery: {
        name: 'owner',
        in: 'query',
        allowReserved: true,
        schema: {
          type: 'array',
          items: { type: 'string', maxLength: 255 },
          maxItems: 50,
        },
        style: 'form',
        explode: true,
      },
      systemQuery: {
        name: 'system',
        in: 'query',
        allowReserved: true,
        schema: {
          type: 'array',
          items: { type: 'string', maxLength: 255 },
          maxItems: 50,
        },
        style: 'form',
        explode: true,
      },
      incidentState: {
        name: 'state',
        in: 'query',
        schema: {
          type: 'string',
          enum: ['open', 'acknowledged', 'resolved', 'all'],
          default: 'open',
        },
      },
    },
    schemas: {
      Error: {
        type: 'object',
        required: ['error', 'response'],
        properties: {
          error: {
            type: 'object',
            required: ['name', 'message'],
            properties: {
              name: { type: 'string' },
              message: { type: 'string' },
            },
          },
          request: {
            type: 'object',
            properties: { method: { type: 'string' }, url: { type: 'string' } },
          },
          response: {
            type: 'object',
            required: ['statusCode'],
            properties: { statusCode: { type: 'integer' } },
          },
        },
      },
      IngestResult: {
        type: 'object',
        required: ['stored', 'duplicates', 'quarantined'],
        properties: {
          stored: { type: 'integer' },
          duplicates: { type: 'integer' },
          quarantined: { type: 'integer' },
        },
      },
      ActorClass: {
        type: 'string',
        enum: [
          'human',
          'ci',
          'gitops',
          'controller',
          'service-account',
          'unknown',
        ],
      },
      Outcome: {
        type: 'string',
        enum: ['success', 'denied', 'failed', 'started', 'unknown'],
      },
      Severity: { type: 'string', enum: ['critical', 'high', 'medium', 'low'] },
      Band: { type: 'string', enum: ['critical', 'high', 'medium', 'low'] },
      AttributionLevel: {
        type: 'string',
        enum: ['proven', 'strong', 'likely', 'tool-only', 'ambiguous', 'none'],
      },
      IncidentLevel: {
        type: 'string',
        enum: [
          'proven',
          'strong',
          'likely',
          'tool-only',
          'ambiguous',
          'none',
          'git-commit',
        ],
        description:
          'The weakest level among its differences; git-commit where Git is ahead of all of them',
      },
      Verdict: {
        type: 'string',
        enum: ['drift', 'expected', 'ignored', 'excluded', 'unverifiable'],
      },
      FindingType: {
        type: 'string',
        enum: [
          'changed',
          'missing',
          'stale',
          'additive',
          'object-missing',
          'object-unexpected',
        ],
      },
      Direction: {
        type: 'string',
        enum: ['live-changed', 'git-ahead', 'both', 'unknown'],
      },
      LookState: {
        type: 'string',
        description:
          'In the order in which a screen decides: not-set-up (no annotation), unobservable (we could not look), never-run, stale (last good look is old), partial (some part could not be looked at), then the answer.\n',
        enum: [
          'not-set-up',
          'unobservable',
          'never-run',
          'stale',
          'partial',
          'drift',
          'in-sync',
        ],
      },
      Actor: {
        type: 'object',
        required: ['name', 'class'],
        properties: {
          name: {
            type: 'string',
            description: 'Name',
            'or a stable pseudonym for readers without plumbline.actor.reveal':
              null,
          },
          class: { $ref: '#/components/schemas/ActorClass' },
          onBehalfOf: {
            type: 'string',
            description: 'Who authenticated when `name` was impersonated',
          },
          pseudonym: { type: 'boolean' },
        },
      },
      Command: {
        type: 'object',
        required: ['text', 'confidence', 'missing'],
        properties: {
          text: { type: 'string' },
          confidence: {
            type: 'string',
            enum: ['exact', 'likely', 'approximate', 'equivalent'],
          },
          missing: { type: 'array', items: { type: 'string' } },
        },
      },
      ObjectRef: {
        type: 'object',
        required: ['resource'],
        properties: {
          apiGroup: { type: 'string' },
          apiVersion: { type: 'string' },
          kind: { type: 'string' },
          resource: { type: 'string' },
          subresource: { type: 'string' },
          namespace: { type: 'string' },
          name: { type: 'string' },
        },
      },
      RuleMatch: {
        type: 'object',
        required: ['id', 'title', 'severity', 'category', 'message'],
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          severity: {
            type: 'string',
            enum: ['critical', 'high', 'medium', 'low', 'info'],
          },
          category: {
            type: 'string',
            enum: ['friction', 'drift', 'security', 'hygiene'],
          },
          message: { type: 'string' },
          points: {
            type: 'number',
            description: 'Points of the friction event',
            'before decay; absent when the rule does not score': null,
          },
        },
      },
      EntityResolution: {
        type: 'object',
        required: ['reason', 'candidates'],
        properties: {
          entityRef: { type: 'string' },
          candidates: {
            type: 'array',
            items: { type: 'string' },
            description: 'Two or more when it is ambiguous',
          },
          reason: {
            type: 'string',
            description: 'How the object was matched',
            'or why not': null,
          },
        },
      },
      AuditEventRow: {
        type: 'object',
        required: [
          'id',
          'auditID',
          'stage',
          'level',
          'time',
          'cluster',
          'verb',
          'actor',
          'sentence',
          'outcome',
          'dryRun',
          'rules',
          'routine',
          'entity',
        ],
        properties: {
          id: { type: 'string' },
          auditID: { type: 'string' },
          stage: { type: 'string' },
          level: { type: 'string' },
          time: { type: 'string', format: 'date-time' },
          cluster: { type: 'string' },
          verb: { type: 'string' },
          actor: { $ref: '#/components/schemas/Actor' },
          object: { $ref: '#/components/schemas/ObjectRef' },
          sentence: { type: 'string' },
          command: { $ref: '#/components/schemas/Command' },
          outcome: { $ref: '#/components/schemas/Outcome' },
          code: { type: 'integer' },
          dryRun: { type: 'boolean' },
          routine: {
            type: 'boolean',
            description: "A read or a controller's write that lists fold away",
          },
          rules: {
            type: 'array',
            items: { $ref: '#/components/schemas/RuleMatch' },
          },
          entity: { $ref: '#/components/schemas/EntityResolution' },
        },
      },
      AuditEventPage: {
        type: 'object',
        required: ['items', 'hiddenRoutine'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/AuditEventRow' },
          },
          nextCursor: { type: 'string' },
          hiddenRoutine: {
            type: 'integer',
            description:
              'How many routine events the same filters match but this list folds away',
          },
        },
      },
      AuditEventDetail: {
        type: 'object',
        required: ['event', 'raw', 'related', 'incidents'],
        properties: {
          event: { $ref: '#/components/schemas/AuditEventRow' },
          raw: {
            type: 'object',
            additionalProperties: true,
            description: 'The event as stored',
            'Secret bodies removed': null,
          },
          rawBytes: { type: 'integer' },
          durationMs: { type: 'number' },
          userAgent: { type: 'string' },
          sourceIP: { type: 'string' },
          requestURI: { type: 'string' },
          fieldManager: { type: 'string' },
          flags: {
            type: 'array',
            items: { type: 'string' },
            description: 'What was changed or odd when it was read in',
            'such as sanitised or truncated': null,
          },
          related: {
            type: 'array',
            items: { $ref: '#/components/schemas/AuditEventRow' },
          },
          incidents: {
            type: 'array',
            items: { $ref: '#/components/schemas/IncidentSummary' },
          },
        },
      },
      FacetValue: {
        type: 'object',
        required: ['value', 'count'],
        properties: {
          value: { type: 'string' },
          label: { type: 'string' },
          count: { type: 'integer' },
        },
      },
      AuditEventFacets: {
        type: 'object',
        required: ['total', 'facets', 'histogram'],
        properties: {
          total: { type: 'integer' },
          facets: {
            type: 'object',
            required: [
              'cluster',
              'actorClass',
              'outcome',
              'verb',
              'rule',
              'entity',
            ],
            properties: {
              cluster: {
                type: 'array',
                items: { $ref: '#/components/schemas/FacetValue' },
              },
              actorClass: {
                type: 'array',
                items: { $ref: '#/components/schemas/FacetValue' },
              },
              outcome: {
                type: 'array',
                items: { $ref: '#/components/schemas/FacetValue' },
              },
              verb: {
                type: 'array',
                items: { $ref: '#/components/schemas/FacetValue' },
              },
              rule: {
                type: 'array',
                items: { $ref: '#/components/schemas/FacetValue' },
              },
              entity: {
                type: 'array',
                items: { $ref: '#/components/schemas/FacetValue' },
              },
            },
          },
          histogram: {
            type: 'object',
            required: ['from', 'to', 'bucketSeconds', 'buckets'],
            properties: {
              from: { type: 'string', format: 'date-time' },
              to: { type: 'string', format: 'date-time' },
              bucketSeconds: { type: 'integer' },
              buckets: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['time', 'count', 'friction'],
                  properties: {
                    time: { type: 'string', format: 'date-time' },
                    count: { type: 'integer' },
                    friction: { type: 'integer' },
                  },
                },
              },
            },
          },
        },
      },
      QuarantinePage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: [
                'id',
                'cluster',
                'receivedAt',
                'reason',
                'excerpt',
                'bytes',
              ],
              properties: {
                id: { type: 'string' },
                cluster: { type: 'string' },
                receivedAt: { type: 'string', format: 'date-time' },
                reason: { type: 'string' },
                excerpt: {
                  type: 'string',
                  description: 'At most 4 KiB',
                  'control characters escaped': null,
                  'secrets removed': null,
                },
                bytes: { type: 'integer' },
              },
            },
          },
          nextCursor: { type: 'string' },
        },
      },
      Attribution: {
        type: 'object',
        required: ['level', 'principals', 'wording'],
        properties: {
          level: { $ref: '#/components/schemas/AttributionLevel' },
          principals: { type: 'array', items: { type: 'string' } },
          auditID: { type: 'string' },
          eventIds: {
            type: 'array',
            items: { type: 'string' },
            description: 'Ids of stored audit events that are the evidence',
          },
          command: { $ref: '#/components/schemas/Command' },
          wording: { type: 'string' },
          time: { type: 'string', format: 'date-time' },
          evidence: {
            type: 'array',
            items: {
              type: 'object',
              required: ['kind', 'text', 'holds'],
              properties: {
                kind: {
                  type: 'string',
                  enum: ['audit-event', 'managed-fields', 'observation'],
                },
                text: { type: 'string' },
                holds: { type: 'boolean' },
                eventId: { type: 'string' },
              },
            },
          },
        },
      },
      FieldOwner: {
        type: 'object',
        required: ['manager', 'operation'],
        properties: {
          manager: { type: 'string' },
          operation: { type: 'string' },
          subresource: { type: 'string' },
          time: { type: 'string' },
        },
      },
      GitCommit: {
        type: 'object',
        required: ['sha'],
        properties: {
          sha: { type: 'string' },
          author: { type: 'string' },
          message: { type: 'string' },
          time: { type: 'string', format: 'date-time' },
          url: { type: 'string' },
        },
      },
      FindingSource: {
        type: 'object',
        required: ['file'],
        properties: {
          file: { type: 'string' },
          line: { type: 'integer' },
          url: { type: 'string' },
          commit: { $ref: '#/components/schemas/GitCommit' },
        },
      },
      MaskedValue: {
        type: 'object',
        description: 'What is said of a secret value',
        required: ['masked', 'changed'],
        properties: {
          masked: { type: 'boolean', enum: [true] },
          changed: { type: 'boolean' },
          length: { type: 'integer' },
        },
      },
      Finding: {
        type: 'object',
        required: [
          'id',
          'targetId',
          'cluster',
          'ref',
          'object',
          'path',
          'type',
          'direction',
          'verdict',
          'severity',
          'firstSeenAt',
          'lastSeenAt',
        ],
        properties: {
          id: { type: 'string' },
          targetId: { type: 'string' },
          cluster: { type: 'string' },
          ref: {
            type: 'string',
            description: 'apiVersion/Kind/namespace/name',
          },
          object: { $ref: '#/components/schemas/ManifestRef' },
          path: { type: 'string' },
          type: { $ref: '#/components/schemas/FindingType' },
          direction: { $ref: '#/components/schemas/Direction' },
          verdict: { $ref: '#/components/schemas/Verdict' },
          reason: { type: 'string' },
          severity: { $ref: '#/components/schemas/Severity' },
          desired: {},
          live: {},
          owner: { $ref: '#/components/schemas/FieldOwner' },
          attribution: { $ref: '#/components/schemas/Attribution' },
          source: { $ref: '#/components/schemas/FindingSource' },
          incidentId: { type: 'string' },
          suppression: { $ref: '#/components/schemas/Suppression' },
          firstSeenAt: { type: 'string', format: 'date-time' },
          lastSeenAt: { type: 'string', format: 'date-time' },
          lastCleanAt: { type: 'string', format: 'date-time' },
        },
      },
      ManifestRef: {
        type: 'object',
        required: ['apiVersion', 'kind', 'name'],
        properties: {
          apiVersion: { type: 'string' },
          kind: { type: 'string' },
          namespace: { type: 'string' },
          name: { type: 'string' },
        },
      },
      DriftRun: {
        type: 'object',
        required: ['id', 'targetId', 'status', 'trigger', 'startedAt'],
        properties: {
          id: { type: 'string' },
          targetId: { type: 'string' },
          status: {
            type: 'string',
            enum: ['queued', 'running', 'succeeded', 'failed'],
          },
          trigger: {
            type: 'string',
            enum: ['schedule', 'person', 'audit-hint', 'git-push'],
          },
          startedAt: { type: 'string', format: 'date-time' },
          finishedAt: { type: 'string', format: 'date-time' },
          commit: { $ref: '#/components/schemas/GitCommit' },
          error: { type: 'string' },
        },
      },
      Target: {
        type: 'object',
        required: [
          'id',
          'cluster',
          'path',
          'renderer',
          'state',
          'objectsTotal',
          'objectsCompared',
          'unverifiable',
        ],
        properties: {
          id: { type: 'string' },
          cluster: { type: 'string' },
          namespace: { type: 'string' },
          location: {
            type: 'string',
            description: 'Repository or folder that the path is in',
          },
          path: { type: 'string' },
          renderer: {
            type: 'string',
            description: 'plain, kustomize, helm, or what a module adds',
          },
          state: { $ref: '#/components/schemas/LookState' },
          reason: {
            type: 'string',
            description: 'Why it could not be looked at',
            'with the way out': null,
          },
          objectsTotal: { type: 'integer' },
          objectsCompared: { type: 'integer' },
          unverifiable: { type: 'integer' },
          unverifiedSince: { type: 'string', format: 'date-time' },
          auditCoverage: {
            type: 'string',
            description:
              'What the audit feed of this cluster gives as evidence',
            'e.g. request bodies or metadata only': null,
          },
          sync: { $ref: '#/components/schemas/TargetSync' },
          remarks: {
            type: 'array',
            description:
              'What a reader must know of the look and what takes nothing away from it',
            items: { type: 'string' },
          },
          lastRun: { $ref: '#/components/schemas/DriftRun' },
          lastGoodAt: { type: 'string', format: 'date-time' },
        },
      },
      VerdictCounts: {
        type: 'object',
        required: ['drift', 'expected', 'ignored', 'excluded', 'unverifiable'],
        properties: {
          drift: { type: 'integer' },
          expected: { type: 'integer' },
          ignored: { type: 'integer' },
          excluded: { type: 'integer' },
          unverifiable: { type: 'integer' },
        },
      },
      EntityDrift: {
        type: 'object',
        required: [
          'entityRef',
          'state',
          'targets',
          'counts',
          'findings',
          'openIncidents',
          'checkIntervalSeconds',
        ],
        properties: {
          entityRef: { type: 'string' },
          state: { $ref: '#/components/schemas/LookState' },
          reason: { type: 'string' },
          missingAnnotation: { type: 'string' },
          targets: {
            type: 'array',
            items: { $ref: '#/components/schemas/Target' },
          },
          counts: { $ref: '#/components/schemas/VerdictCounts' },
          findings: {
            type: 'array',
            items: { $ref: '#/components/schemas/Finding' },
          },
          openIncidents: {
            type: 'array',
            items: { $ref: '#/components/schemas/IncidentSummary' },
          },
          commit: { $ref: '#/components/schemas/GitCommit' },
          lastCheckAt: { type: 'string', format: 'date-time' },
          checkIntervalSeconds: { type: 'integer' },
          running: { type: 'boolean' },
        },
      },
      ObjectManifests: {
        type: 'object',
        required: ['ref'],
        properties: {
          ref: { type: 'string' },
          desired: { type: 'string' },
          live: { type: 'string' },
          desiredReason: { type: 'string' },
          liveReason: { type: 'string' },
        },
      },
      DriftRunsStarted: {
        type: 'object',
        required: ['runs'],
        properties: {
          runs: {
            type: 'array',
            items: { $ref: '#/components/schemas/DriftRun' },
          },
        },
      },
      IncidentCause: {
        description:
          'The weakest attribution among the findings, a commit when Git is ahead, or null when there is neither',
        type: 'object',
        nullable: true,
        anyOf: [
          { $ref: '#/components/schemas/Attribution' },
          { $ref: '#/components/schemas/CommitCause' },
        ],
      },
      CommitCause: {
        type: 'object',
        required: ['commit'],
        properties: {
          commit: { type: 'string', description: 'Hash' },
          author: { type: 'string' },
          time: { type: 'string', format: 'date-time' },
          message: { type: 'string', description: 'First line' },
          url: { type: 'string' },
        },
      },
      Recommendation: {
        type: 'object',
        required: ['id', 'text'],
        properties: {
          id: {
            type: 'string',
            enum: ['investigate', 'ignore', 'monitor', 'reconcile', 'adopt'],
          },
          text: { type: 'string' },
          rule: {
            type: 'integer',
            description: 'Row of the table of recommendations, 1 to 14',
          },
          reason: { type: 'string', description: 'Why this rule applied' },
          command: { type: 'string' },
        },
      },
      IncidentSummary: {
        type: 'object',
        required: [
          'id',
          'number',
          'entityRef',
          'targetId',
          'cluster',
          'ref',
          'object',
          'title',
          'state',
          'severity',
          'openedAt',
          'updatedAt',
          'level',
          'findingCount',
        ],
        properties: {
          id: { type: 'string' },
          number: { type: 'integer', description: 'Shown as INC-number' },
          entityRef: { type: 'string' },
          targetId: { type: 'string' },
          cluster: { type: 'string' },
          ref: { type: 'string' },
          object: { $ref: '#/components/schemas/ManifestRef' },
          title: { type: 'string' },
          state: {
            type: 'string',
            enum: ['open', 'acknowledged', 'resolved', 'reopened'],
          },
          severity: { $ref: '#/components/schemas/Severity' },
          openedAt: { type: 'string', format: 'date-time' },
          updatedAt: { type: 'string', format: 'date-time' },
          resolvedAt: { type: 'string', format: 'date-time' },
          resolution: {
            type: 'string',
            description:
              'reverted, adopted in Git, ignored, deleted or no longer desired',
          },
          causedAt: {
            type: 'string',
            format: 'date-time',
            description: 'Time of the proven or strong write',
            'else absent': null,
          },
          unverifiedSince: { type: 'string', format: 'date-time' },
          level: { $ref: '#/components/schemas/IncidentLevel' },
          principals: { type: 'array', items: { type: 'string' } },
          findingCount: { type: 'integer' },
          acknowledgement: { $ref: '#/components/schemas/Acknowledgement' },
          grouping: { $ref: '#/components/schemas/IncidentGrouping' },
          fight: { $ref: '#/components/schemas/Fight' },
          reopenings: {
            type: 'integer',
            description: 'How often it came back; absent for never',
          },
          previousIncident: {
            type: 'object',
            required: ['id', 'number'],
            description:
              'The same difference was resolved too long ago to be reopened',
            properties: { id: { type: 'string' }, number: { type: 'integer' } },
          },
          age: { $ref: '#/components/schemas/IncidentAge' },
        },
      },
      Acknowledgement: {
        type: 'object',
        required: ['by', 'at'],
        properties: {
          by: { type: 'string', description: 'User entity ref' },
          at: { type: 'string', format: 'date-time' },
          note: { type: 'string' },
          until: {
            type: 'string',
            format: 'date-time',
            description: 'Open again from then on',
          },
        },
      },
      IncidentGrouping: {
        type: 'object',
        description: 'Why its findings are one incident',
        required: ['key', 'text'],
        properties: {
          key: {
            type: 'string',
            enum: [
              'same-request',
              'same-sync',
              'same-actor',
              'same-manager',
              'same-workload',
              'same-object',
              'same-cause',
            ],
          },
          text: { type: 'string' },
          objects: { type: 'integer', description: 'Number of objects' },
        },
      },
      Fight: {
        type: 'object',
        description: 'Two writers that set a field in turn',
        required: ['managers', 'path', 'since', 'turns'],
        properties: {
          managers: { type: 'array', items: { type: 'string' } },
          path: { type: 'string' },
          since: { type: 'string', format: 'date-time' },
          turns: { type: 'integer' },
          values: {
            type: 'array',
            items: {},
            description: 'The values they set; empty for secrets',
          },
        },
      },
      IncidentAge: {
        type: 'object',
        required: ['since', 'basis'],
        properties: {
          since: { type: 'string', format: 'date-time' },
          basis: {
            type: 'string',
            enum: ['proven-write', 'commit', 'first-seen'],
          },
        },
      },
      IncidentStateChange: {
        type: 'object',
        required: ['state'],
        additionalProperties: false,
        properties: {
          state: {
            type: 'string',
            enum: ['acknowledged', 'open'],
            description: '`open` takes an acknowledgement back',
          },
          note: { type: 'string', maxLength: 2000 },
          until: {
            type: 'string',
            format: 'date-time',
            description: 'Open again from then on',
          },
        },
      },
      Timeline: {
        type: 'object',
        required: ['from', 'to', 'items', 'losses', 'lanes'],
        properties: {
          from: { type: 'string', format: 'date-time' },
          to: { type: 'string', format: 'date-time' },
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/TimelineItem' },
          },
          losses: {
            type: 'array',
            description: 'Spans of which audit events are missing',
            items: {
              type: 'object',
              required: ['from', 'to', 'text'],
              properties: {
                from: { type: 'string', format: 'date-time' },
                to: { type: 'string', format: 'date-time' },
                text: { type: 'string' },
              },
            },
          },
          lanes: {
            type: 'array',
            description:
              'One per lane; `reason` says why nothing is known of one',
            items: {
              type: 'object',
              required: ['lane'],
              properties: {
                lane: { $ref: '#/components/schemas/TimelineLane' },
                reason: { type: 'string' },
                note: {
                  type: 'string',
                  description: 'e.g. the last sync before the span',
                },
              },
            },
          },
          nextCursor: { type: 'string' },
        },
      },
      TimelineLane: { type: 'string', enum: ['audit', 'git', 'sync', 'drift'] },
      TimelineItem: {
        type: 'object',
        required: ['id', 'time', 'lane', 'kind', 'text', 'ofIncident'],
        properties: {
          id: { type: 'string' },
          time: { type: 'string', format: 'date-time' },
          lane: { $ref: '#/components/schemas/TimelineLane' },
          kind: {
            type: 'string',
            description:
              'request, commit, sync, opened, refreshed, acknowledged, resolved, reopened, unverified, check',
          },
          text: { type: 'string', description: 'One sentence' },
          label: { type: 'string', description: 'A few words for the mark' },
          ofIncident: {
            type: 'boolean',
            description: 'Whether it is of this incident or only nearby',
          },
          eventId: { type: 'string', description: 'Of a stored audit event' },
          command: { $ref: '#/components/schemas/Command' },
          commit: { $ref: '#/components/schemas/GitCommit' },
          incident: {
            type: 'object',
            required: ['id', 'number'],
            description: 'Another incident that it belongs to',
            properties: { id: { type: 'string' }, number: { type: 'integer' } },
          },
        },
      },
      WaysOut: {
        type: 'object',
        required: ['adopt', 'restore'],
        properties: {
          adopt: {
            type: 'object',
            required: ['patches', 'notAdopted'],
            properties: {
              reason: {
                type: 'string',
                description:
                  'Why nothing can be adopted; absent when something can',
              },
              patches: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['file', 'patch', 'paths'],
                  properties: {
                    file: { type: 'string' },
                    commit: { $ref: '#/components/schemas/GitCommit' },
                    url: { type: 'string' },
                    patch: {
                      type: 'string',
                      description:
                        "Unified diff that `git apply` takes at the repository's root",
                    },
                    paths: { type: 'array', items: { type: 'string' } },
                  },
                },
              },
              notAdopted: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['ref', 'path', 'reason'],
                  properties: {
                    ref: { type: 'string' },
                    path: { type: 'string' },
                    reason: { type: 'string' },
                  },
                },
              },
            },
          },
          restore: {
            type: 'object',
            required: ['commands', 'ends'],
            properties: {
              reason: {
                type: 'string',
                description:
                  'Why nothing can be restored by a command; absent when something can',
              },
              commands: {
                type: 'array',
                description: 'The narrowest first',
                items: {
                  type: 'object',
                  required: ['text', 'tool', 'does', 'warnings'],
                  properties: {
                    text: { type: 'string' },
                    tool: {
                      type: 'string',
                      enum: ['kubectl', 'argocd', 'flux', 'helm'],
                    },
                    does: { type: 'string', description: 'What it changes' },
                    warnings: {
                      type: 'array',
                      items: {
                        type: 'object',
                        required: ['severity', 'title'],
                        properties: {
                          severity: {
                            type: 'string',
                            enum: ['info', 'warning', 'danger'],
                          },
                          title: { type: 'string' },
                          text: { type: 'string' },
                        },
                      },
                    },
                  },
                },
              },
              ends: {
                type: 'array',
                description: 'Other incidents that the commands would end',
                items: {
                  type: 'object',
                  required: ['id', 'number'],
                  properties: {
                    id: { type: 'string' },
                    number: { type: 'integer' },
                  },
                },
              },
            },
          },
        },
      },
      DurationSummary: {
        type: 'object',
        description:
          'Seconds; absent figures mean that there was nothing to measure',
        required: ['count'],
        properties: {
          count: { type: 'integer' },
          medianSeconds: { type: 'number' },
          p90Seconds: { type: 'number' },
        },
      },
      IncidentFigures: {
        type: 'object',
        required: [
          'opened',
          'open',
          'resolved',
          'age',
          'toDetect',
          'toAcknowledge',
          'toResolve',
          'resolutions',
        ],
        properties: {
          opened: { type: 'integer', description: 'In the span' },
          open: { type: 'integer', description: 'Now' },
          resolved: { type: 'integer', description: 'In the span' },
          age: { $ref: '#/components/schemas/DurationSummary' },
          toDetect: { $ref: '#/components/schemas/DurationSummary' },
          toAcknowledge: { $ref: '#/components/schemas/DurationSummary' },
          toResolve: { $ref: '#/components/schemas/DurationSummary' },
          resolutions: {
            type: 'object',
            additionalProperties: { type: 'integer' },
            description: 'How many ended in each way',
          },
        },
      },
      IncidentStatistics: {
        type: 'object',
        required: ['from', 'to', 'total', 'byEntity', 'byCause', 'repeated'],
        properties: {
          from: { type: 'string', format: 'date-time' },
          to: { type: 'string', format: 'date-time' },
          total: { $ref: '#/components/schemas/IncidentFigures' },
          byEntity: {
            type: 'array',
            items: {
              type: 'object',
              required: ['entityRef', 'figures'],
              properties: {
                entityRef: { type: 'string' },
                figures: { $ref: '#/components/schemas/IncidentFigures' },
              },
            },
          },
          byCause: {
            type: 'array',
            description: 'By what moved it, never by person',
            items: {
              type: 'object',
              required: ['cause', 'title', 'figures'],
              properties: {
                cause: {
                  type: 'string',
                  enum: [
                    'person',
                    'ci',
                    'gitops',
                    'controller',
                    'service-account',
                    'git-commit',
                    'fight',
                    'unknown',
                  ],
                },
                title: { type: 'string' },
                figures: { $ref: '#/components/schemas/IncidentFigures' },
              },
            },
          },
          repeated: {
            type: 'array',
            description: 'Fields that drift again and again, most often first',
            items: {
              type: 'object',
              required: [
                'entityRef',
                'object',
                'path',
                'count',
                'adopted',
                'reverted',
              ],
              properties: {
                entityRef: { type: 'string' },
                object: { $ref: '#/components/schemas/ManifestRef' },
                path: { type: 'string' },
                count: { type: 'integer' },
                adopted: { type: 'integer' },
                reverted: { type: 'integer' },
                medianLifeSeconds: { type: 'number' },
              },
            },
          },
        },
      },
      EntityObjects: {
        type: 'object',
        required: ['entityRef', 'targets'],
        properties: {
          entityRef: { type: 'string' },
          targets: {
            type: 'array',
            items: {
              type: 'object',
              required: ['target', 'objects'],
              properties: {
                target: { $ref: '#/components/schemas/Target' },
                objects: {
                  type: 'array',
                  description: 'Parents before children',
                  items: { $ref: '#/components/schemas/TargetObject' },
                },
                notes: {
                  type: 'array',
                  description: 'What could not be listed, or was left out',
                  items: { type: 'string' },
                },
              },
            },
          },
        },
      },
      TargetObject: {
        type: 'object',
        required: ['id', 'ref', 'object', 'origin', 'verdict', 'counts'],
        properties: {
          id: { type: 'string' },
          parent: {
            type: 'string',
            description: 'Id of the object it was generated from',
          },
          ref: { type: 'string' },
          object: { $ref: '#/components/schemas/ManifestRef' },
          origin: {
            type: 'string',
            enum: ['declared', 'generated'],
            description: 'Whether Git declares it or a controller made it',
          },
          verdict: {
            type: 'string',
            enum: [
              'none',
              'drift',
              'missing',
              'unexpected',
              'unverifiable',
              'not-compared',
            ],
          },
          reason: { type: 'string' },
          counts: { $ref: '#/components/schemas/VerdictCounts' },
        },
      },
      IgnoreRuleInput: {
        type: 'object',
        description: 'Fields of other names are refused',
        required: ['name', 'reason'],
        properties: {
          name: { type: 'string', minLength: 1, maxLength: 120 },
          reason: { type: 'string', minLength: 1, maxLength: 2000 },
          entityRef: {
            type: 'string',
            maxLength: 255,
            description:
              'The rule is of this entity; of the whole portal when left out',
          },
          group: {
            type: 'string',
            maxLength: 253,
            description: 'Empty for the core group',
          },
          kind: { type: 'string', maxLength: 128 },
          namespace: { type: 'string', maxLength: 253 },
          objectName: { type: 'string', maxLength: 253 },
          path: {
            type: 'string',
            maxLength: 2048,
            description:
              'Our syntax, e.g. spec.template.spec.containers[name=web].image or metadata.annotations.*',
          },
          jsonPointer: { type: 'string', maxLength: 2048 },
          jq: {
            type: 'string',
            maxLength: 2048,
            description: 'The subset of jq that names paths',
          },
          manager: {
            type: 'string',
            maxLength: 253,
            description: 'Only fields that this field manager owns',
          },
          expiresAt: { type: 'string', format: 'date-time' },
          active: { type: 'boolean', description: 'True unless given' },
        },
      },
      IgnoreRule: {
        allOf: [
          { $ref: '#/components/schemas/IgnoreRuleInput' },
          {
            type: 'object',
            required: [
              'id',
              'active',
              'createdAt',
              'createdBy',
              'hides',
              'state',
            ],
            properties: {
              id: { type: 'string' },
              active: { type: 'boolean' },
              state: { type: 'string', enum: ['active', 'paused', 'expired'] },
              createdAt: { type: 'string', format: 'date-time' },
              createdBy: { type: 'string', description: 'User entity ref' },
              updatedAt: { type: 'string', format: 'date-time' },
              updatedBy: { type: 'string' },
              hides: {
                type: 'integer',
                description:
                  'Findings of entities that the reader may see which it hides now',
              },
              mayChange: {
                type: 'boolean',
                description: 'Whether the reader may change it',
              },
            },
          },
        ],
      },
      IgnoreRuleList: {
        type: 'object',
        required: ['items', 'mayCreate'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/IgnoreRule' },
          },
          mayCreate: { type: 'boolean' },
        },
      },
      IgnoreRulePreview: {
        type: 'object',
        required: ['hides', 'total', 'entities'],
        properties: {
          hides: {
            type: 'array',
            maxItems: 200,
            items: { $ref: '#/components/schemas/Finding' },
          },
          total: { type: 'integer', description: 'Exact number' },
          entities: { type: 'array', items: { type: 'string' } },
          shadowed: {
            type: 'integer',
            description: 'Matching findings that another rule hides already',
          },
          notes: {
            type: 'array',
            items: { type: 'string' },
            description: 'What could not be told, in words',
          },
        },
      },
      ImportedIgnoreRules: {
        type: 'object',
        required: ['rules', 'refused'],
        properties: {
          rules: {
            type: 'array',
            items: { $ref: '#/components/schemas/IgnoreRuleInput' },
          },
          refused: { type: 'array', items: { type: 'string' } },
        },
      },
      Suppression: {
        type: 'object',
        description: 'What hides a finding, as it was when the check was made',
        required: ['text', 'at'],
        properties: {
          ruleId: {
            type: 'string',
            description: 'Absent when no saved rule hides it',
          },
          name: { type: 'string' },
          text: { type: 'string' },
          reason: { type: 'string' },
          at: { type: 'string', format: 'date-time' },
        },
      },
      TargetSync: {
        type: 'object',
        description: 'What the GitOps controller of a target says',
        required: ['controller'],
        properties: {
          controller: {
            type: 'string',
            description: 'e.g. Application/argocd/payments',
          },
          revision: { type: 'string', description: 'What it says it applied' },
          appliedAt: { type: 'string', format: 'date-time' },
          phase: { type: 'string' },
          automated: { type: 'boolean' },
          selfHeal: { type: 'boolean' },
          suspended: { type: 'boolean' },
          message: { type: 'string' },
        },
      },
      Incident: {
        allOf: [
          { $ref: '#/components/schemas/IncidentSummary' },
          {
            type: 'object',
            required: ['target', 'findings'],
            properties: {
              target: { $ref: '#/components/schemas/Target' },
              cause: { $ref: '#/components/schemas/IncidentCause' },
              findings: {
                type: 'array',
                items: { $ref: '#/components/schemas/Finding' },
              },
              recommendation: { $ref: '#/components/schemas/Recommendation' },
            },
          },
        ],
      },
      IncidentPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/Incident' },
          },
          nextCursor: { type: 'string' },
          total: { type: 'integer' },
        },
      },
      IncidentDetail: {
        type: 'object',
        required: ['incident', 'history', 'events'],
        properties: {
          incident: { $ref: '#/components/schemas/Incident' },
          history: {
            type: 'array',
            items: {
              type: 'object',
              required: ['time', 'kind', 'text'],
              properties: {
                time: { type: 'string', format: 'date-time' },
                kind: {
                  type: 'string',
                  enum: [
                    'opened',
                    'refreshed',
                    'acknowledged',
                    'resolved',
                    'reopened',
                    'unverified',
                  ],
                },
                text: { type: 'string' },
                author: {
                  type: 'string',
                  description: 'User entity ref of what a person did here',
                },
              },
            },
          },
          events: {
            type: 'array',
            items: { $ref: '#/components/schemas/AuditEventRow' },
          },
        },
      },
      FrictionDriver: {
        type: 'object',
        required: ['ruleId', 'title', 'severity', 'points', 'count'],
        properties: {
          ruleId: { type: 'string' },
          title: { type: 'string' },
          severity: { $ref: '#/components/schemas/Severity' },
          points: {
            type: 'number',
            description: 'Share of the score now; all drivers sum to `sum`',
          },
          count: { type: 'integer' },
          nextStep: {
            type: 'string',
            description: 'What would make this detour unnecessary',
          },
        },
      },
      HeatmapCell: {
        type: 'object',
        required: ['row', 'column', 'points', 'count'],
        properties: {
          row: { type: 'string' },
          column: { type: 'string' },
          points: {
            type: 'number',
            description: 'Points when it happened',
            'before decay': null,
          },
          pointsNow: {
            type: 'number',
            description: "Share of today's score after decay",
          },
          count: { type: 'integer' },
          partial: { type: 'boolean' },
        },
      },
      HeatmapAxis: {
        type: 'object',
        required: ['id', 'label'],
        properties: {
          id: { type: 'string' },
          label: { type: 'string' },
          state: {
            type: 'string',
            enum: ['covered', 'partial', 'no-data'],
            description: 'Whether audit events of that day arrived',
          },
          reason: { type: 'string' },
        },
      },
      Heatmap: {
        type: 'object',
        required: ['rows', 'columns', 'cells', 'steps', 'unit'],
        properties: {
          rows: {
            type: 'array',
            items: { $ref: '#/components/schemas/HeatmapAxis' },
          },
          columns: {
            type: 'array',
            items: { $ref: '#/components/schemas/HeatmapAxis' },
          },
          cells: {
            type: 'array',
            items: { $ref: '#/components/schemas/HeatmapCell' },
            description: 'Cells that are not zero',
          },
          steps: {
            type: 'array',
            items: { type: 'number' },
            description: 'Lower limits of the five colour steps',
          },
          unit: { type: 'string', enum: ['points', 'events', 'score'] },
        },
      },
      TrendPoint: {
        type: 'object',
        required: ['day'],
        properties: {
          day: { type: 'string', format: 'date' },
          value: { type: 'number' },
        },
      },
      EntityFriction: {
        type: 'object',
        required: [
          'entityRef',
          'state',
          'breakdown',
          'sum',
          'trend',
          'heatmap',
          'hours',
          'eventCount',
          'parameters',
          'notCounted',
          'updatedAt',
        ],
        properties: {
          entityRef: { type: 'string' },
          state: {
            type: 'string',
            enum: ['scored', 'quiet', 'no-feed', 'not-resolved'],
            description:
              'quiet = looked everywhere and nothing happened; no-feed = no audit events of its clusters arrive; not-resolved = no object is known to belong to it',
          },
          reason: { type: 'string' },
          score: {
            type: 'number',
            description: '0 to 100; absent when nothing can be said',
          },
          band: { $ref: '#/components/schemas/Band' },
          changeSinceYesterday: { type: 'number' },
          changeSinceWeekAgo: { type: 'number' },
          breakdown: {
            type: 'array',
            items: { $ref: '#/components/schemas/FrictionDriver' },
          },
          sum: {
            type: 'number',
            description: 'Sum of the drivers; the score is min(100',
            'round(sum))': null,
          },
          trend: {
            type: 'array',
            items: { $ref: '#/components/schemas/TrendPoint' },
          },
          heatmap: { $ref: '#/components/schemas/Heatmap' },
          hours: { $ref: '#/components/schemas/Heatmap' },
          eventCount: { type: 'integer' },
          notCounted: {
            type: 'array',
            items: {
              type: 'object',
              required: ['reason', 'count'],
              properties: {
                reason: { type: 'string' },
                count: { type: 'integer' },
              },
            },
          },
          parameters: {
            type: 'object',
            required: ['halfLifeDays', 'windowDays', 'threshold'],
            properties: {
              halfLifeDays: { type: 'number' },
              windowDays: { type: 'number' },
              threshold: { type: 'number' },
            },
          },
          updatedAt: { type: 'string', format: 'date-time' },
        },
      },
      FrictionEvent: {
        type: 'object',
        required: [
          'id',
          'time',
          'cluster',
          'ruleId',
          'title',
          'severity',
          'points',
          'pointsNow',
          'actor',
          'sentence',
          'eventId',
        ],
        properties: {
          id: { type: 'string' },
          time: { type: 'string', format: 'date-time' },
          cluster: { type: 'string' },
          ruleId: { type: 'string' },
          title: { type: 'string' },
          severity: { $ref: '#/components/schemas/Severity' },
          points: { type: 'number' },
          pointsNow: { type: 'number' },
          actor: { $ref: '#/components/schemas/Actor' },
          object: { $ref: '#/components/schemas/ObjectRef' },
          sentence: { type: 'string' },
          command: { $ref: '#/components/schemas/Command' },
          eventId: { type: 'string', description: 'The stored audit event' },
        },
      },
      FrictionEventPage: {
        type: 'object',
        required: ['items', 'total'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/FrictionEvent' },
          },
          total: { type: 'integer' },
          nextCursor: { type: 'string' },
        },
      },
      FleetFriction: {
        type: 'object',
        required: ['items', 'total', 'heatmap'],
        properties: {
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: [
                'entityRef',
                'state',
                'eventCount',
                'trend',
                'drivers',
              ],
              properties: {
                entityRef: { type: 'string' },
                title: { type: 'string' },
                owner: { type: 'string' },
                system: { type: 'string' },
                state: {
                  type: 'string',
                  enum: ['scored', 'quiet', 'no-feed', 'not-resolved'],
                },
                reason: { type: 'string' },
                score: { type: 'number' },
                band: { $ref: '#/components/schemas/Band' },
                changeSinceWeekAgo: { type: 'number' },
                eventCount: { type: 'integer' },
                drivers: {
                  type: 'array',
                  items: { $ref: '#/components/schemas/FrictionDriver' },
                },
                trend: {
                  type: 'array',
                  items: { $ref: '#/components/schemas/TrendPoint' },
                },
              },
            },
          },
          total: { type: 'integer' },
          heatmap: { $ref: '#/components/schemas/Heatmap' },
          nextCursor: { type: 'string' },
        },
      },
      Feed: {
        type: 'object',
        required: [
          'cluster',
          'access',
          'state',
          'observable',
          'stored',
          'duplicates',
          'quarantined',
        ],
        properties: {
          cluster: { type: 'string' },
          title: { type: 'string' },
          access: {
            type: 'string',
            enum: ['kubernetes', 'kubeconfig', 'inCluster', 'snapshot', 'none'],
          },
          state: {
            type: 'string',
            enum: ['live', 'silent', 'never', 'no-subject'],
          },
          reason: { type: 'string' },
          observable: {
            type: 'boolean',
            description: 'Whether live objects can be read',
          },
          unobservableReason: { type: 'string' },
          unobservableSince: { type: 'string', format: 'date-time' },
          lastReceivedAt: { type: 'string', format: 'date-time' },
          lastEventAt: { type: 'string', format: 'date-time' },
          lagSeconds: { type: 'number' },
          stored: { type: 'integer' },
          duplicates: { type: 'integer' },
          quarantined: { type: 'integer' },
        },
      },
      FeedList: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/Feed' },
          },
        },
      },
      CoveragePage: {
        type: 'object',
        required: ['items', 'counts'],
        properties: {
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: ['entityRef', 'steps', 'state'],
              properties: {
                entityRef: { type: 'string' },
                title: { type: 'string' },
                owner: { type: 'string' },
                state: {
                  type: 'string',
                  enum: ['covered', 'needs-set-up', 'unobservable'],
                },
                steps: {
                  type: 'array',
                  items: {
                    type: 'object',
                    required: ['id', 'result', 'message'],
                    properties: {
                      id: {
                        type: 'string',
                        enum: [
                          'annotation',
                          'location',
                          'manifests',
                          'cluster',
                          'audit',
                        ],
                      },
                      result: {
                        type: 'string',
                        enum: ['ok', 'failed', 'not-reached'],
                      },
                      message: { type: 'string' },
                      annotationToPaste: { type: 'string' },
                    },
                  },
                },
              },
            },
          },
          counts: {
            type: 'object',
            required: ['total', 'covered', 'needsSetUp', 'unobservable'],
            properties: {
              total: { type: 'integer' },
              covered: { type: 'integer' },
              needsSetUp: { type: 'integer' },
              unobservable: { type: 'integer' },
            },
          },
          nextCursor: { type: 'string' },
        },
      },
      UnattributedPage: {
        type: 'object',
        required: ['items', 'totalEvents', 'unattributedEvents'],
        properties: {
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: [
                'cluster',
                'object',
                'count',
                'reason',
                'candidates',
                'lastEventAt',
              ],
              properties: {
                cluster: { type: 'string' },
                object: { $ref: '#/components/schemas/ObjectRef' },
                count: { type: 'integer' },
                reason: { type: 'string' },
                candidates: { type: 'array', items: { type: 'string' } },
                lastEventAt: { type: 'string', format: 'date-time' },
              },
            },
          },
          totalEvents: { type: 'integer' },
          unattributedEvents: { type: 'integer' },
          nextCursor: { type: 'string' },
        },
      },
      Overview: {
        type: 'object',
        required: [
          'figures',
          'unobserved',
          'incidents',
          'feeds',
          'coverage',
          'heatmap',
          'movers',
          'trend',
          'unattributedShare',
        ],
        properties: {
          figures: {
            type: 'object',
            required: [
              'driftedFields',
              'driftedServices',
              'services',
              'openIncidents',
              'openIncidentsBySeverity',
              'coveredServices',
            ],
            properties: {
              driftedFields: { type: 'integer' },
              driftedServices: { type: 'integer' },
              services: { type: 'integer' },
              openIncidents: { type: 'integer' },
              openIncidentsBySeverity: {
                type: 'object',
                required: ['critical', 'high', 'medium', 'low'],
                properties: {
                  critical: { type: 'integer' },
                  high: { type: 'integer' },
                  medium: { type: 'integer' },
                  low: { type: 'integer' },
                },
              },
              medianIncidentSeconds: {
                type: 'number',
                description: 'Absent when none is resolved',
              },
              meanFrictionScore: { type: 'number' },
              scoredServices: { type: 'integer' },
              coveredServices: { type: 'integer' },
              needsSetUp: { type: 'integer' },
            },
          },
          unobserved: {
            type: 'array',
            items: {
              type: 'object',
              required: ['cluster', 'reason', 'services'],
              properties: {
                cluster: { type: 'string' },
                reason: { type: 'string' },
                since: { type: 'string', format: 'date-time' },
                services: { type: 'integer' },
              },
            },
          },
          incidents: {
            type: 'array',
            items: { $ref: '#/components/schemas/IncidentSummary' },
          },
          feeds: {
            type: 'array',
            items: { $ref: '#/components/schemas/Feed' },
          },
          coverage: {
            type: 'array',
            items: {
              type: 'object',
              required: ['label', 'count'],
              properties: {
                label: { type: 'string' },
                count: { type: 'integer' },
              },
            },
          },
          heatmap: { $ref: '#/components/schemas/Heatmap' },
          movers: {
            type: 'array',
            items: {
              type: 'object',
              required: ['entityRef', 'from', 'to', 'change'],
              properties: {
                entityRef: { type: 'string' },
                from: { type: 'number' },
                to: { type: 'number' },
                change: { type: 'number' },
                band: { $ref: '#/components/schemas/Band' },
              },
            },
          },
          trend: {
            type: 'object',
            required: ['friction', 'drift'],
            properties: {
              friction: {
                type: 'array',
                items: { $ref: '#/components/schemas/TrendPoint' },
              },
              drift: {
                type: 'array',
                items: { $ref: '#/components/schemas/TrendPoint' },
              },
            },
          },
          unattributedShare: {
            type: 'number',
            description: '0 to 1 of all stored events',
          },
        },
      },
    },
  },
};
