import { expect, test } from './setup/test';

test('the overview says where we lean, and what could not be looked at', async ({
  portal,
}) => {
  await portal.goto('/plumbline');
  await expect(
    portal.getByRole('heading', { name: 'How far do we lean from Git?' }),
  ).toBeVisible();
  await expect(
    portal.getByText('Not everything could be looked at'),
  ).toBeVisible();
  await expect(portal.getByText(/^edge-us: /)).toBeVisible();

  const incidents = portal.getByRole('grid', { name: 'Newest incidents' });
  await expect(
    incidents.getByRole('row').filter({ hasText: 'payments-api' }).first(),
  ).toContainText(/Proven|Strong|Likely|Tool only|Git commit|No evidence/);

  await portal.getByRole('link', { name: '2 clusters' }).click();
  await expect(portal).toHaveURL(/\/plumbline\/feeds$/);
  const feeds = portal.getByRole('grid', { name: 'Feeds' });
  await expect(feeds.getByRole('row', { name: /edge-us/ })).toContainText(
    'Unobservable',
  );
  await expect(feeds.getByRole('row', { name: /prod-eu/ })).toContainText(
    'Live',
  );
  await expect(
    portal.getByText(/Drift there is unknown, not zero\./),
  ).toBeVisible();
});

test('coverage names the step at which an entity stops and what to paste', async ({
  portal,
}) => {
  await portal.goto('/plumbline/coverage');
  const entities = portal.getByRole('grid', { name: 'Coverage of entities' });
  await expect(entities.getByRole('row')).toHaveCount(7);

  await entities.getByRole('row', { name: /notifier/ }).click();
  const drawer = portal.getByRole('complementary', {
    name: 'Coverage of notifier',
  });
  await expect(
    drawer.getByRole('region', { name: 'Annotation to paste' }),
  ).toContainText('plumbline.io/manifests');
  await expect(portal).toHaveURL(
    /entity=component(:|%3A)default(\/|%2F)notifier/,
  );

  await portal.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
});

test('what belongs to no service is listed with the reason', async ({
  portal,
}) => {
  await portal.goto('/plumbline/unattributed');
  await expect(
    portal.getByText(/of [\d,]+ events \(.* %\) belong to no entity/),
  ).toBeVisible();
});
