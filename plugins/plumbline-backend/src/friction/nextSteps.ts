/** By rule: what would make the detour unnecessary. About the platform, not about whoever took it. */
export const NEXT_STEPS: Readonly<Record<string, string>> = {
  'manual-change-on-gitops':
    'Make the change in the repository quicker than by hand: a small pull request that deploys within minutes.',
  'manual-change':
    'Give this object a place in Git, so that a change is a reviewed commit and comes back after the next sync.',
  'hotfix-image':
    'Offer a fast lane in the pipeline for urgent images, with the same checks in fewer minutes.',
  'manual-scale':
    'Let an autoscaler own the replicas, or take the new number into the manifest.',
  'autoscaler-override':
    'Keep the limits of the autoscaler in Git; if they are too tight for peaks, widen them there.',
  'rollout-restart':
    'Find out what a restart heals: a leak, stale configuration or a certificate that is not reloaded.',
  'rollout-undo':
    'Offer a rollback by reverting the commit, so that Git does not deploy the bad version again.',
  'rollout-paused':
    'Use a progressive rollout with a gate instead of stopping one by hand.',
  'config-edit':
    'Move this configuration into Git or into a configuration service with a history.',
  'pod-shell':
    'Look at what is looked for in the shell, and put it into logs, metrics or a runbook action.',
  'pod-command':
    'Turn the command into a Job, an admin endpoint or a runbook action that leaves a record.',
  'pod-copy':
    'Offer a supported way to get the file: a debug bundle, an export, a volume snapshot.',
  'pod-attach': 'Ship the output that was needed to the log system.',
  'port-forward':
    'Offer access to this service from developer machines: an internal route or a read-only database proxy.',
  'api-proxy': 'Give the service an internal route with sign-in.',
  'debug-container':
    'Add the missing tool or signal to the service, or a supported debug workflow.',
  'node-debug':
    'Bring the node signal that was looked for into monitoring; keep host access for emergencies.',
  'node-maintenance':
    'Automate node maintenance, so that workloads move without somebody draining by hand.',
  'pdb-bypass':
    'Check whether the disruption budget fits the number of replicas; a budget that blocks everything invites a detour.',
  'destructive-delete':
    'Put the life cycle of this object into Git, with a protection against deletion.',
  'quota-change':
    'Offer a request for more quota that is answered quickly, with the result in Git.',
  'policy-bypass-annotation':
    'Find the rule that stands in the way, and fix it or give an exception that ends by itself.',
  'policy-exception':
    'Review exceptions with an expiry date; repeated ones mean that the policy does not fit.',
  'policy-friction':
    'Show the policy in the pipeline before the deployment, with an example that passes.',
  'access-friction':
    'Grant the missing read access by role, or show the same information in the portal.',
  'gitops-suspended':
    'Offer a way to hold a sync that ends by itself, and show what is on hold.',
  'secret-read':
    'Show which secret version a service uses without its value, and rotate through the secret store.',
  'secret-write': 'Let the secret store write this Secret.',
  'rbac-change':
    'Keep roles and bindings in Git, with a review by their owner.',
  'rbac-system-role':
    'Leave the roles of the cluster as they come, and add one of your own with what is missing.',
  'rbac-escalation':
    'Replace the wide grant by a role that names what is needed, with an end.',
  'service-exposed':
    'Offer an ingress class with TLS that is easier than a NodePort.',
  'netpol-removed':
    'Make the blocked flow visible and easy to allow, so that nobody has to remove the policy.',
  'pod-log-access':
    'Bring the logs of this service into the log system, where they can be searched and kept.',
};
