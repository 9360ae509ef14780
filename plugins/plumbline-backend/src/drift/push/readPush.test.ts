import { PUSH_TOPICS, readPush } from './readPush';

const github = {
  ref: 'refs/heads/main',
  before: 'a',
  after: 'b',
  created: false,
  deleted: false,
  forced: false,
  repository: {
    full_name: 'shop/deploy',
    html_url: 'https://github.com/shop/deploy',
    clone_url: 'https://github.com/shop/deploy.git',
    ssh_url: 'git@github.com:shop/deploy.git',
    default_branch: 'main',
  },
  commits: [
    {
      id: 'b',
      added: ['prod/new.yaml'],
      removed: ['prod/old.yaml'],
      modified: ['prod/a.yaml'],
    },
    { id: 'c', added: [], removed: [], modified: ['prod/a.yaml'] },
  ],
};

const gitlab = {
  object_kind: 'push',
  event_name: 'push',
  after: 'da1560886d4f094c3e6c9ef40349f7d38b5d27d7',
  ref: 'refs/heads/feature/x',
  project: {
    web_url: 'https://gitlab.com/group/sub/deploy',
    git_http_url: 'https://gitlab.com/group/sub/deploy.git',
    git_ssh_url: 'git@gitlab.com:group/sub/deploy.git',
    default_branch: 'main',
  },
  commits: [{ added: [], modified: ['app/controller.yaml'], removed: [] }],
  total_commits_count: 1,
};

const bitbucketCloud = {
  repository: {
    full_name: 'team/deploy',
    links: { html: { href: 'https://bitbucket.org/team/deploy' } },
  },
  push: {
    changes: [
      { new: { type: 'branch', name: 'main' }, old: null },
      { new: null, old: { type: 'branch', name: 'gone' } },
    ],
  },
};

const bitbucketServer = {
  eventKey: 'repo:refs_changed',
  repository: { slug: 'deploy', project: { key: 'SHOP' } },
  changes: [
    {
      ref: { id: 'refs/heads/main', displayId: 'main', type: 'BRANCH' },
      refId: 'refs/heads/main',
      type: 'UPDATE',
    },
    { refId: 'refs/heads/gone', type: 'DELETE' },
  ],
};

const azure = {
  eventType: 'git.push',
  resource: {
    refUpdates: [{ name: 'refs/heads/main', oldObjectId: 'a' }],
    repository: {
      name: 'deploy',
      remoteUrl: 'https://dev.azure.com/org/shop/_git/deploy',
      defaultBranch: 'refs/heads/main',
    },
  },
};

const read = (
  topic: string,
  eventPayload: unknown,
  metadata?: Record<string, string>,
) => readPush({ topic, eventPayload, metadata });

describe('readPush', () => {
  it('reads a push of GitHub with its files', () => {
    expect(read('github.push', github)).toEqual([
      {
        urls: [
          'https://github.com/shop/deploy',
          'https://github.com/shop/deploy.git',
          'git@github.com:shop/deploy.git',
        ],
        ref: 'main',
        isDefaultBranch: true,
        paths: ['prod/new.yaml', 'prod/a.yaml', 'prod/old.yaml'],
      },
    ]);
  });

  it('takes a push from the topic of all events only when the header says so', () => {
    const push = { 'x-github-event': 'push' };
    expect(read('github', github, push)).toHaveLength(1);
    expect(
      read('github', github, { 'x-github-event': 'pull_request' }),
    ).toEqual([]);
    expect(read('gitea', github, { 'x-gitea-event': 'push' })).toHaveLength(1);
  });

  it('knows no files of what was forced or cut', () => {
    const paths = (change: object) =>
      read('github.push', { ...github, ...change })[0].paths;
    expect(paths({ forced: true })).toBeUndefined();
    expect(paths({ commits: [] })).toBeUndefined();
    expect(
      read('gitlab.push', { ...gitlab, total_commits_count: 40 })[0].paths,
    ).toBeUndefined();
  });

  it('reads a push of GitLab', () => {
    expect(read('gitlab.push', gitlab)).toEqual([
      expect.objectContaining({
        ref: 'feature/x',
        isDefaultBranch: false,
        paths: ['app/controller.yaml'],
      }),
    ]);
    expect(
      read('gitlab', gitlab, { 'x-gitlab-event': 'Push Hook' }),
    ).toHaveLength(1);
  });

  it('reads pushes of hosts that name no files', () => {
    expect(read('bitbucketCloud.repo:push', bitbucketCloud)).toEqual([
      { urls: ['https://bitbucket.org/team/deploy'], ref: 'main' },
    ]);
    expect(read('bitbucketServer.repo:refs_changed', bitbucketServer)).toEqual([
      { urls: [], fullName: 'SHOP/deploy', ref: 'main' },
    ]);
    expect(read('azureDevOps.git.push', azure)).toEqual([
      {
        urls: ['https://dev.azure.com/org/shop/_git/deploy'],
        ref: 'main',
        isDefaultBranch: true,
      },
    ]);
  });

  it('reads what anybody may publish for other hosts', () => {
    const payload = {
      repository: 'https://git.example.com/shop/deploy',
      ref: 'main',
      paths: ['prod/a.yaml'],
    };
    expect(read('plumbline.git-push', payload)).toEqual([
      { urls: [payload.repository], ref: 'main', paths: ['prod/a.yaml'] },
    ]);
  });

  it('makes nothing of deletions, of other refs and of anything else', () => {
    expect(read('github.push', { ...github, deleted: true })).toEqual([]);
    expect(read('github.push', { ...github, ref: 'refs/pull/1' })).toEqual([]);
    expect(read('gitlab.push', { ...gitlab, after: '0'.repeat(40) })).toEqual(
      [],
    );
    expect(read('gitlab', { ...gitlab, event_name: 'note' })).toEqual([]);
    for (const topic of [...PUSH_TOPICS, 'other']) {
      for (const payload of [undefined, null, 'text', [], {}, { ref: 1 }]) {
        expect(read(topic, payload)).toEqual([]);
      }
    }
  });
});
