import type { components, operations } from './openapi.generated';

/** All schemas of `openapi.yaml`. @public */
export type Schemas = components['schemas'];

/** Answer of the ingest endpoint. @public */
export type IngestResult = Schemas['IngestResult'];
/** Class of an actor, see the architecture page. @public */
export type ActorClass = Schemas['ActorClass'];
/** How a request ended. @public */
export type Outcome = Schemas['Outcome'];
/** Severity of a finding, an incident or a friction driver. @public */
export type Severity = Schemas['Severity'];
/** Band of a friction score: limits 40, 60 and 80. @public */
export type Band = Schemas['Band'];
/** How sure an attribution is. @public */
export type AttributionLevel = Schemas['AttributionLevel'];
/** What is said of a difference. @public */
export type Verdict = Schemas['Verdict'];
/** Kind of a difference. @public */
export type FindingType = Schemas['FindingType'];
/** Which side moved. @public */
export type Direction = Schemas['Direction'];
/** State of looking at an entity or a target. @public */
export type LookState = Schemas['LookState'];
/** Who acted, or a pseudonym. @public */
export type Actor = Schemas['Actor'];
/** A reconstructed command. @public */
export type Command = Schemas['Command'];
/** The object of an audit event. @public */
export type ObjectRef = Schemas['ObjectRef'];
/** The object of a manifest. @public */
export type ManifestRef = Schemas['ManifestRef'];
/** A rule that matched an audit event. @public */
export type RuleMatch = Schemas['RuleMatch'];
/** Which entity an object belongs to, and why. @public */
export type EntityResolution = Schemas['EntityResolution'];
/** One audit event as lists show it. @public */
export type AuditEventRow = Schemas['AuditEventRow'];
/** A page of audit events. @public */
export type AuditEventPage = Schemas['AuditEventPage'];
/** One audit event with its raw JSON. @public */
export type AuditEventDetail = Schemas['AuditEventDetail'];
/** Facets and histogram of a search. @public */
export type AuditEventFacets = Schemas['AuditEventFacets'];
/** What could not be stored as an event. @public */
export type QuarantinePage = Schemas['QuarantinePage'];
/** Which request wrote a field, and how sure that is. @public */
export type Attribution = Schemas['Attribution'];
/** Entry of managedFields that owns a field. @public */
export type FieldOwner = Schemas['FieldOwner'];
/** A commit as evidence. @public */
export type GitCommit = Schemas['GitCommit'];
/** Where a wanted value stands in Git. @public */
export type FindingSource = Schemas['FindingSource'];
/** What is said of a secret value. @public */
export type MaskedValue = Schemas['MaskedValue'];
/** One difference at one field path of one object. @public */
export type Finding = Schemas['Finding'];
/** One comparison of a target. @public */
export type DriftRun = Schemas['DriftRun'];
/** Where an entity should run. @public */
export type Target = Schemas['Target'];
/** Differences counted by verdict. @public */
export type VerdictCounts = Schemas['VerdictCounts'];
/** Runs that were announced because somebody asked for them. @public */
export type DriftRunsStarted = Schemas['DriftRunsStarted'];
/** Drift of one entity. @public */
export type EntityDrift = Schemas['EntityDrift'];
/** Both sides of one object as YAML. @public */
export type ObjectManifests = Schemas['ObjectManifests'];
/** Why an incident is there. @public */
export type IncidentCause = Schemas['IncidentCause'];
/** What to do about an incident. @public */
export type Recommendation = Schemas['Recommendation'];
/** An incident without its findings. @public */
export type IncidentSummary = Schemas['IncidentSummary'];
/** Findings with one cause. @public */
export type Incident = Schemas['Incident'];
/** A page of incidents. @public */
export type IncidentPage = Schemas['IncidentPage'];
/** An incident with its history. @public */
export type IncidentDetail = Schemas['IncidentDetail'];
/** A commit as the cause of an incident. @public */
export type CommitCause = Schemas['CommitCause'];
/** Who knows of an incident and looks after it. @public */
export type Acknowledgement = Schemas['Acknowledgement'];
/** Why findings are one incident. @public */
export type IncidentGrouping = Schemas['IncidentGrouping'];
/** Two writers that set a field in turn. @public */
export type Fight = Schemas['Fight'];
/** Since when an incident is there, and how that is known. @public */
export type IncidentAge = Schemas['IncidentAge'];
/** What a person does to an incident. @public */
export type IncidentStateChange = Schemas['IncidentStateChange'];
/** Audit events, commits, syncs and drift on one axis. @public */
export type Timeline = Schemas['Timeline'];
/** A row of the axis. @public */
export type TimelineLane = Schemas['TimelineLane'];
/** A mark on the axis. @public */
export type TimelineItem = Schemas['TimelineItem'];
/** How to end an incident from either side. @public */
export type WaysOut = Schemas['WaysOut'];
/** Median and 90th percentile of durations. @public */
export type DurationSummary = Schemas['DurationSummary'];
/** Numbers and times of incidents. @public */
export type IncidentFigures = Schemas['IncidentFigures'];
/** Numbers and times of incidents per entity and per cause. @public */
export type IncidentStatistics = Schemas['IncidentStatistics'];
/** Objects of an entity as trees. @public */
export type EntityObjects = Schemas['EntityObjects'];
/** A declared object or one generated from it. @public */
export type TargetObject = Schemas['TargetObject'];
/** What somebody writes of an ignore rule. @public */
export type IgnoreRuleInput = Schemas['IgnoreRuleInput'];
/** A saved ignore rule. @public */
export type IgnoreRule = Schemas['IgnoreRule'];
/** Ignore rules in the order in which they are asked. @public */
export type IgnoreRuleList = Schemas['IgnoreRuleList'];
/** What a rule would hide. @public */
export type IgnoreRulePreview = Schemas['IgnoreRulePreview'];
/** Rules read from Argo CD's `ignoreDifferences`. @public */
export type ImportedIgnoreRules = Schemas['ImportedIgnoreRules'];
/** What hides a finding. @public */
export type Suppression = Schemas['Suppression'];
/** What the GitOps controller of a target says. @public */
export type TargetSync = Schemas['TargetSync'];
/** One share of a friction score. @public */
export type FrictionDriver = Schemas['FrictionDriver'];
/** A heatmap as the backend computes it. @public */
export type Heatmap = Schemas['Heatmap'];
/** Row or column of a heatmap. @public */
export type HeatmapAxis = Schemas['HeatmapAxis'];
/** Cell of a heatmap that is not zero. @public */
export type HeatmapCell = Schemas['HeatmapCell'];
/** Value of one day. @public */
export type TrendPoint = Schemas['TrendPoint'];
/** Friction of one entity. @public */
export type EntityFriction = Schemas['EntityFriction'];
/** Somebody went round the platform. @public */
export type FrictionEvent = Schemas['FrictionEvent'];
/** A page of friction events. @public */
export type FrictionEventPage = Schemas['FrictionEventPage'];
/** Friction of all services. @public */
export type FleetFriction = Schemas['FleetFriction'];
/** A configured cluster and its audit feed. @public */
export type Feed = Schemas['Feed'];
/** Set-up of all entities. @public */
export type CoveragePage = Schemas['CoveragePage'];
/** Objects that belong to no entity. @public */
export type UnattributedPage = Schemas['UnattributedPage'];
/** The portal-wide picture. @public */
export type Overview = Schemas['Overview'];

/** Query of an operation, by its `operationId`. @public */
export type QueryOf<O extends keyof operations> = NonNullable<
  operations[O]['parameters']['query']
>;
