import type { EventParams } from '@backstage/plugin-events-node';
import { isJsonObject } from '../../clusters/apiServer/json';
import type { GitPush } from './GitPush';
import { readAzurePush } from './hosts/readAzurePush';
import { readBitbucketCloudPush } from './hosts/readBitbucketCloudPush';
import { readBitbucketServerPush } from './hosts/readBitbucketServerPush';
import { readGenericPush } from './hosts/readGenericPush';
import { readGithubPush } from './hosts/readGithubPush';
import { readGitlabPush } from './hosts/readGitlabPush';

type Payload = Record<string, unknown>;

/** Events of a host: the topic of all of them, and the sub-topic that routers republish pushes under. */
interface PushTopics {
  topic: string;
  pushes: readonly string[];
  /** The header that names the kind of event, and its value for a push, where all kinds share a topic. */
  header?: { name: string; values: readonly string[] };
  read(payload: Payload): GitPush[];
}

const TOPICS: readonly PushTopics[] = [
  {
    topic: 'github',
    pushes: ['github.push'],
    header: { name: 'x-github-event', values: ['push'] },
    read: readGithubPush,
  },
  {
    topic: 'gitlab',
    pushes: ['gitlab.push', 'gitlab.tag_push'],
    header: { name: 'x-gitlab-event', values: ['Push Hook', 'Tag Push Hook'] },
    read: readGitlabPush,
  },
  {
    topic: 'bitbucketCloud',
    pushes: ['bitbucketCloud.repo:push'],
    header: { name: 'x-event-key', values: ['repo:push'] },
    read: readBitbucketCloudPush,
  },
  {
    topic: 'bitbucketServer',
    pushes: ['bitbucketServer.repo:refs_changed'],
    header: { name: 'x-event-key', values: ['repo:refs_changed'] },
    read: readBitbucketServerPush,
  },
  {
    topic: 'gitea',
    pushes: ['gitea.push'],
    header: { name: 'x-gitea-event', values: ['push'] },
    // Gitea sends what GitHub sends.
    read: readGithubPush,
  },
  {
    topic: 'azureDevOps',
    pushes: ['azureDevOps.git.push'],
    read: readAzurePush,
  },
  {
    topic: 'plumbline.git-push',
    pushes: [],
    read: readGenericPush,
  },
];

/** Topics to subscribe to: with a router and without. */
export const PUSH_TOPICS: readonly string[] = TOPICS.flatMap(
  ({ topic, pushes }) => [topic, ...pushes],
);

/** What an event says of pushes; nothing when it is about something else. */
export function readPush({
  topic,
  eventPayload,
  metadata = {},
}: EventParams): GitPush[] {
  const host = TOPICS.find(
    ({ topic: all, pushes }) => topic === all || pushes.includes(topic),
  );
  if (!host || !isJsonObject(eventPayload)) {
    return [];
  }
  const { header } = host;
  const kind = header && metadata[header.name];
  const isPush =
    host.pushes.includes(topic) ||
    !header ||
    // Without headers, the payload tells.
    kind === undefined ||
    header.values.includes(String(kind));
  return isPush ? host.read(eventPayload) : [];
}
