import { startRegistry } from '../support/registry';
import { startRealWorld } from '../support/realWorld';
import { logIn, openBrowser, picture } from '../support/ui';
import manifest from '../../package.json';

let registry: Awaited<ReturnType<typeof startRegistry>>;
let world: Awaited<ReturnType<typeof startRealWorld>>;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let page: typeof browser.page;

beforeAll(async () => {
	registry = await startRegistry();
	await registry.publish();
	world = await startRealWorld({ isEmpty: true, env: registry.environment });
	browser = await openBrowser();
	page = browser.page;
}, 300_000);
afterAll(async () => {
	await browser?.close();
	await world?.stop();
	await registry?.stop();
}, 60_000);

const INSTALL_LIMIT_MS = 60_000;

it('is installed on the page for community nodes, and found in the node panel', async () => {
	await logIn(page, world.n8n);
	await page.goto(`${world.n8n.url}/settings/community-nodes`, { waitUntil: 'commit' });
	await page.getByRole('button', { name: 'Install a community node' }).click();
	await page.locator('input[name=packageNameInput]').fill(manifest.name);
	await page.getByTestId('user-agreement-checkbox').click();
	await picture(page, 'install', [page.getByRole('dialog')]);
	await page.getByTestId('install-community-package-button').click();
	const card = page.getByTestId('community-package-card').filter({ hasText: manifest.name });
	await card.waitFor({ timeout: INSTALL_LIMIT_MS });
	await card.getByText(`v${manifest.version}`).waitFor();

	await page.goto(`${world.n8n.url}/workflow/new`, { waitUntil: 'commit' });
	await page.getByTestId('canvas-add-button').click();
	await page.getByTestId('node-creator-search-bar').fill('7targets');
	const entry = page.getByTestId('node-creator-item-name');
	await entry.getByText('7Targets', { exact: true }).waitFor();
});
