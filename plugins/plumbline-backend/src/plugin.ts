import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { plumblinePermissions } from '@plumbline/backstage-plugin-plumbline-common';
import {
  plumblineClustersExtensionPoint,
  plumblineEntityLocatorsExtensionPoint,
  plumblineFrictionRulesExtensionPoint,
  plumblineRenderersExtensionPoint,
} from '@plumbline/backstage-plugin-plumbline-node';
import { Router } from 'express';
import { createAudit, DatabaseAuditStore } from './audit';
import {
  CatalogPlumblineEntities,
  DatabaseOwnerIndexStore,
  FluxDeliveries,
  OwnerIndexEntityResolver,
  OwnerIndexRefresher,
} from './catalog';
import { createClusters } from './clusters';
import { readPlumblineConfig } from './config';
import { migrate } from './database';
import {
  ControllerObjects,
  createDesiredStates,
  createRenderers,
  GitOpsControllers,
  RepositoryAddresses,
} from './desired';
import {
  createDrift,
  DatabaseDriftStore,
  DatabaseIgnoreRuleStore,
  DatabaseStatisticsStore,
  TargetClusters,
} from './drift';
import { ModuleExtensions } from './extensions';
import {
  createFriction,
  FrictionRules,
  JoinedEntityClusters,
  readFrictionRules,
} from './friction';
import { createRequestValidation, requestValidationErrors } from './http';
import { CatalogReaderViews, InstallKeyStore } from './permissions';
import { createPortal } from './portal';
import { scheduleRetention } from './retention';
import { PageSignals } from './signals';

/**
 * The Plumbline backend. It wires; the folders beside it do the work.
 *
 * @public
 */
export const plumblinePlugin = createBackendPlugin({
  pluginId: 'plumbline',
  register(env) {
    const extensions = new ModuleExtensions();
    env.registerExtensionPoint(
      plumblineClustersExtensionPoint,
      extensions.clusters,
    );
    env.registerExtensionPoint(
      plumblineEntityLocatorsExtensionPoint,
      extensions.locators,
    );
    env.registerExtensionPoint(
      plumblineFrictionRulesExtensionPoint,
      extensions.frictionRules,
    );
    env.registerExtensionPoint(
      plumblineRenderersExtensionPoint,
      extensions.renderers,
    );

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
      },
      async init(services) {
        const { auth, catalog, httpAuth, lifecycle, logger } = services;
        const { permissions, scheduler } = services;
        const config = readPlumblineConfig(services.rootConfig);

        const knex = await services.database.getClient();
        if (!services.database.migrations?.skip) {
          await migrate(knex);
        }
        const secretKey =
          config.secretKey ?? (await new InstallKeyStore(knex).getOrCreate());

        services.permissionsRegistry.addPermissions(plumblinePermissions);
        const readerViews = new CatalogReaderViews({
          catalog,
          permissions,
          auditor: services.auditor,
          pseudonymKey: secretKey,
        });

        const pages = new PageSignals(services);

        const { clusters, health } = createClusters({
          ...services,
          knex,
          clusters: config.clusters,
          added: extensions.clusterAccesses,
        });
        const entities = new CatalogPlumblineEntities({
          catalog,
          auth,
          logger,
        });
        const ownerIndex = new DatabaseOwnerIndexStore(knex);
        const driftStore = new DatabaseDriftStore(knex);
        const ignoreRuleStore = new DatabaseIgnoreRuleStore(knex);
        const resolver = new OwnerIndexEntityResolver({
          entities,
          clusters,
          index: ownerIndex,
          declaredObjects: driftStore,
          locators: extensions.entityLocators,
          logger,
        });

        const rules = await readFrictionRules(
          config.friction.ruleFiles,
          extensions.ruleTexts,
        );
        const frictionRules = new FrictionRules(rules);
        const pointsOf = frictionRules.pointsOf.bind(frictionRules);
        const auditStore = new DatabaseAuditStore(knex, { pointsOf });
        const friction = await createFriction({
          knex,
          audit: auditStore,
          clusters: new JoinedEntityClusters([
            auditStore,
            new TargetClusters(driftStore),
          ]),
          rules: frictionRules,
          parameters: config.friction.score,
          entities,
          httpAuth,
          readerViews,
        });

        const integrations = ScmIntegrations.fromConfig(services.rootConfig);
        const controllers = new GitOpsControllers(
          new ControllerObjects({ clusters }),
        );
        const drift = createDrift({
          store: driftStore,
          ignoreRuleStore,
          statisticsStore: new DatabaseStatisticsStore(knex),
          audit: auditStore,
          auditor: services.auditor,
          clusters,
          desiredStates: createDesiredStates({
            ...config.git,
            logger,
            clusters,
            controllers,
            urlReader: services.urlReader,
            integrations,
            renderers: createRenderers({
              config: config.git.renderers,
              added: extensions.addedRenderers,
              lifecycle,
              logger,
              searchPath: process.env.PATH,
            }),
          }),
          controllers,
          deliveries: new FluxDeliveries({ index: ownerIndex, entities }),
          addresses: new RepositoryAddresses(integrations),
          ownerIndex,
          entities,
          httpAuth,
          logger,
          permissions,
          pointsOf,
          readerViews,
          pages,
          secretKey,
          actors: config.audit.actors,
          silentAfter: config.audit.silentAfter,
          ...config.drift,
        });

        const audit = createAudit({
          ...config.audit,
          ingest: config.ingest,
          store: auditStore,
          clusters,
          resolver,
          ownerIndex,
          rules,
          pointsOf,
          participants: [friction.recorder, drift.hints],
          followers: [friction.store],
          incidents: drift.incidents,
          pages,
          httpAuth,
          permissions,
          readerViews,
          logger,
        });
        await drift.scheduler.start(scheduler, config.drift.schedule);
        await drift.gitPushes.subscribe(services.events);
        await drift.ignoreRuleChecks.start(scheduler);
        const ownerIndexRefresher = new OwnerIndexRefresher({
          clusters,
          store: ownerIndex,
          logger,
          retention: config.audit.retention,
        });
        await ownerIndexRefresher.start(scheduler, config.ownerIndex.schedule);
        await scheduleRetention({
          auditStore,
          frictionStore: friction.store,
          driftStore,
          ignoreRuleStore,
          retention: config.audit.retention,
          schedule: config.audit.cleanup,
          scheduler,
          logger,
        });

        const router = Router();
        router.use(createRequestValidation());
        router.use(
          '/v1',
          audit.ingestRoutes,
          audit.routes,
          drift.routes,
          friction.routes,
          createPortal({
            entities,
            clusters,
            health,
            audit: auditStore,
            drift,
            driftStore,
            friction: friction.service,
            silentAfter: config.audit.silentAfter,
            httpAuth,
            readerViews,
          }),
        );
        router.use(requestValidationErrors);
        services.httpRouter.use(router);
        // Own words for a sender without credentials; everything below is refused by the route itself.
        services.httpRouter.addAuthPolicy({
          path: '/v1/clusters/:cluster/audit-events',
          allow: 'unauthenticated',
        });

        await audit.start(scheduler);
        lifecycle.addShutdownHook(async () => {
          await audit.close();
          await drift.close();
        });
      },
    });
  },
});
