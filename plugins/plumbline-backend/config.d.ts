import { HumanDuration } from '@backstage/types';
import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  /** Everything the Plumbline backend reads. Every key is optional: clusters then come from the kubernetes plugin. */
  plumbline?: {
    /**
     * The clusters Plumbline looks at and takes audit events from. Without this list, all clusters of the
     * kubernetes plugin are used, without audit events until a subject is bound to one.
     */
    clusters?: Array<{
      /** What the ingest path, annotations and pages call it. */
      name: string;
      /** Shown instead of the name. */
      title?: string;
      /**
       * How live objects are read: through the kubernetes plugin's cluster of that name, by a kubeconfig file, with the
       * pod's own service account, from a recorded snapshot folder, or not at all. Default: `kubernetes`.
       */
      access?: 'kubernetes' | 'kubeconfig' | 'inCluster' | 'snapshot' | 'none';
      kubeconfig?: {
        /** Path of the kubeconfig file, relative to the backend's working folder. */
        path: string;
        /** Its current context when left out. */
        context?: string;
      };
      snapshot?: {
        /** Folder that `yarn record:story` or your own recording wrote, relative to the backend's working folder. */
        folder: string;
      };
      /** The `backend.auth.externalAccess` subject that may post this cluster's audit events. */
      auditSubject?: string;
      /** What an entity's annotation may claim on this cluster. Nothing may be claimed when left out. */
      claimable?: {
        /** Namespaces, `*` matches any run of characters. `'<cluster-scoped>'` allows cluster-scoped objects. */
        namespaces?: string[];
      };
    }>;
    ingest?: {
      /** A TLS listener of its own for audit events: kube-apiserver sends its token over https only. */
      listener?: {
        /** Default 127.0.0.1. */
        host?: string;
        port: number;
        certificate: {
          /** PEM. Use `$file`. */
          cert: string;
          /**
           * PEM. Use `$file`.
           * @visibility secret
           */
          key: string;
        };
      };
      /** Largest body after inflation, in bytes. Default 33554432 (32 MiB). */
      maxBodyBytes?: number;
      /** Largest single event, in bytes; a larger one is quarantined. Default 4194304 (4 MiB). */
      maxEventBytes?: number;
    };
    audit?: {
      /** How long audit events are kept. Default 30 days. `false` keeps them for ever. */
      retention?: HumanDuration | false;
      /** How often old events are removed. Default every hour. */
      cleanup?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** A feed without events for this long is called silent. Default 15 minutes. */
      silentAfter?: HumanDuration;
      /** User name patterns (`*` matches any run) that set an actor's class. Added to the built-in ones. */
      actors?: {
        humans?: string[];
        ci?: string[];
        gitops?: string[];
        controllers?: string[];
      };
    };
    friction?: {
      /** YAML files of friction rules, relative to the backend's working folder; added to the built-in pack, same id replaces. */
      ruleFiles?: string[];
      score?: {
        /** Default 7 days. */
        halfLife?: HumanDuration;
        /** Older events do not count. Default 30 days. */
        window?: HumanDuration;
        /** Decayed points that make a score of 100. Default 50. */
        threshold?: number;
      };
    };
    git?: {
      /** Folders that `file:` source locations may read from, relative to the backend's working folder. None by default. */
      localFolders?: string[];
      /** Caps of one read. */
      limits?: {
        /** Default 10485760 (10 MiB). */
        bytes?: number;
        /** Default 2000. */
        files?: number;
        /** Folders below the path. Default 16. */
        depth?: number;
      };
      /** Programs that make objects of Kustomize overlays and Helm charts. The operator installs them; without one, what needs it is not rendered. */
      renderers?: {
        kustomize?: {
          /** `kustomize` or `kubectl`: a name on the backend's PATH, or a path. Default: whichever is found, in this order. */
          command?: string;
        };
        helm?: {
          /** `helm`: a name on the backend's PATH, or a path. Default `helm`. */
          command?: string;
        };
        /** After this long a program is ended. Default 30 seconds. */
        timeout?: HumanDuration;
        /** More output ends a program. Default 10485760 (10 MiB). */
        outputBytes?: number;
        /** Renders that run at once; others wait. Default 2. */
        concurrency?: number;
      };
    };
    drift?: {
      /** How often every target is checked. Default every 10 minutes. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** How long after a stored write to a watched object its target is checked. Default 1 second. */
      hintDelay?: HumanDuration;
      /** How long after a push event the targets in its repository are checked. Default 5 seconds. */
      pushDelay?: HumanDuration;
      /** How many targets are compared at once. Default 4. */
      concurrency?: number;
      /**
       * How much environments matter: a difference is one step less severe in development. The first entry that names a
       * cluster decides; what none names is production.
       */
      environments?: Array<{
        /** Cluster names; `*` matches any run of characters. */
        clusters: string[];
        tier: 'production' | 'staging' | 'development';
      }>;
      /** Field managers of GitOps and deployment tools, added to the built-in ones. */
      gitopsManagers?: string[];
    };
    ownerIndex?: {
      /** How often the objects of all observable clusters are listed anew to learn what belongs to which entity. Default every 5 minutes. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
    secrets?: {
      /**
       * Key for the HMACs by which secret values and actors' pseudonyms are compared. Made once and kept in the database when left out.
       * @visibility secret
       */
      key?: string;
    };
  };
}
