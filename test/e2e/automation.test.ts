import { N8N_VERSION } from '../support/n8n/install';
import { startProxy } from '../support/proxy';
import { startRealWorld } from '../support/realWorld';

type World = Awaited<ReturnType<typeof startRealWorld>>;
let world: World;
const seen: unknown[] = [];

beforeEach(() => {
	seen.length = 0;
	world.reset();
});
afterEach(async () => expect(await world.leaks({ 'what was seen': seen })).toEqual([]));

type Answer = { status: number; answer: any }; // eslint-disable-line @typescript-eslint/no-explicit-any -- any JSON

/** Opens n8n's public API, with a key as the editor makes it under Settings → n8n API. */
async function openPublicApi() {
	const scopes = await world.n8n.request('GET', '/api-keys/scopes');
	const { rawApiKey } = await world.n8n.request('POST', '/api-keys', {
		label: 'test',
		expiresAt: null,
		scopes,
	});
	return async (method: string, path: string, body?: object): Promise<Answer> => {
		const response = await fetch(`${world.n8n.url}/api/v1${path}`, {
			method,
			headers: { 'X-N8N-API-KEY': rawApiKey, 'Content-Type': 'application/json' },
			body: body && JSON.stringify(body),
		});
		const answer = await response.json();
		seen.push(answer);
		return { status: response.status, answer };
	};
}

type PublicApi = Awaited<ReturnType<typeof openPublicApi>>;

interface Way {
	login: string;
	type: string;
	authentication: string;
	typed: string[];
	/** Where the login goes if no address is given. */
	host: string;
	all: () => object;
	server: () => World['cognito'] | World['tokenServer'];
}
const WAYS: Way[] = [
	{
		login: 'a password',
		type: 'sevenTargetsApi',
		authentication: 'password',
		typed: ['username', 'password', 'clientId'],
		host: 'cognito-idp.us-east-1.amazonaws.com',
		all: () => world.login(),
		server: () => world.cognito,
	},
	{
		login: 'an OAuth2 client',
		type: 'sevenTargetsOAuth2Api',
		authentication: 'oAuth2',
		typed: ['clientId', 'clientSecret', 'userIdentifier'],
		host: 'login.7targets.com',
		all: () => world.client(),
		server: () => world.tokenServer,
	},
];

const pick = (values: object, names: string[]) =>
	Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));

const isOld = N8N_VERSION.startsWith('1.');
// n8n 1.x asks for a list of allowed domains, unless it is told that all are. n8n 2 refuses to be told.
const ALL_DOMAINS = isOld ? { allowedHttpRequestDomains: 'all' } : {};

/** What comes of a run that lists the assistants with the credential: the error's message, and how many there are. */
async function use(
	credential: { id: string; name: string; type: string },
	{ authentication }: Way,
) {
	const parameters = { resource: 'assistant', operation: 'getAll', authentication };
	const node = { parameters };
	const workflow = await world.n8n.addWorkflowOf({ items: [{}], node, credential });
	const execution = await world.n8n.execute(workflow);
	seen.push(execution);
	const [{ error, data }] = execution.data.resultData.runData['7Targets'];
	return { message: error?.message, assistants: data?.main[0]?.length };
}

const ok = () => ({ message: undefined, assistants: world.api.assistants.length });

describe('by itself', () => {
	let proxy: Awaited<ReturnType<typeof startProxy>>;
	let call: PublicApi;
	beforeAll(async () => {
		proxy = await startProxy('answer', { status: 407 });
		world = await startRealWorld({ env: { HTTPS_PROXY: proxy.url, NO_PROXY: '127.0.0.1' } });
		call = await openPublicApi();
	}, 300_000);
	afterAll(async () => {
		await world?.stop();
		await proxy?.stop();
	});

	describe.each(WAYS)('with $login', (way) => {
		const { type, typed, host } = way;
		const name = '7Targets account';

		it("n8n's public API asks for what a person has to type, and for nothing else", async () => {
			const { answer } = await call('GET', `/credentials/schema/${type}`);
			expect(answer.required).toEqual(typed);
			const [missing] = typed;
			const data = { ...pick(way.all(), typed), ...ALL_DOMAINS, [missing]: undefined };
			expect(await call('POST', '/credentials', { name, type, data })).toEqual({
				status: 400,
				answer: { message: `request.body.data requires property "${missing}"` },
			});
			const other = isOld ? {} : { allowedHttpRequestDomains: 'all' };
			const mixed = { name, type, data: { ...pick(way.all(), typed), ...other } };
			expect(await call('POST', '/credentials', mixed)).toEqual({
				status: 400,
				answer: { message: expect.stringMatching(/allowedDomains|allowedHttpRequestDomains/) },
			});
		});

		it("n8n's public API makes a credential that logs in at 7Targets, if no address is given", async () => {
			const data = { ...pick(way.all(), typed), ...ALL_DOMAINS };
			const { status, answer } = await call('POST', '/credentials', { name, type, data });
			expect([answer.message, status]).toEqual([undefined, 200]);
			proxy.connects.length = 0;
			const { message } = await use({ id: answer.id, name, type }, way);
			expect(message).toContain(host);
			expect(proxy.connects).toEqual([`${host}:443`]);
		});

		it("n8n's public API makes a credential with other addresses, and a run uses it", async () => {
			const data = { ...way.all(), ...ALL_DOMAINS };
			const { answer } = await call('POST', '/credentials', { name, type, data });
			expect(await use({ id: answer.id, name, type }, way)).toEqual(ok());
		});

		it('an export is imported again with its token; with --decrypted, it shows the secret and the token', async () => {
			const { n8n, tokens, secrets } = world;
			const credential = await n8n.addCredential(name, type, way.all());
			expect(await use(credential, way)).toEqual(ok());
			const [secret] = [secrets()['the password'], secrets()['the client secret']].filter((one) =>
				Object.values(way.all()).includes(one),
			);
			const plain = await n8n.exportCredential(credential.id, '--decrypted');
			const [{ data, ...rest }] = JSON.parse(plain);
			const { loginMark, idToken, accessToken, ...kept } = data;
			const token = idToken ?? accessToken;
			expect(Object.values(kept)).toContain(secret);
			expect(tokens()).toContain(token);
			const encrypted = await n8n.exportCredential(credential.id);
			expect([secret, token].filter((one) => encrypted.includes(one))).toEqual([]);

			way.server().requests.length = 0;
			await n8n.request('DELETE', `/credentials/${credential.id}`);
			await n8n.importCredential(encrypted);
			expect(await use(credential, way)).toEqual(ok());
			expect(way.server().requests).toHaveLength(0);

			expect(loginMark).not.toBe('');
			await n8n.importCredential(JSON.stringify([{ ...rest, data: kept }]));
			expect(await use(credential, way)).toEqual(ok());
			expect(way.server().requests).toHaveLength(1);
		});
	});
});

describe('with overwrites (CREDENTIALS_OVERWRITE_DATA)', () => {
	let call: PublicApi;
	beforeAll(async () => {
		world = await startRealWorld({
			env: (standIns) => ({
				CREDENTIALS_OVERWRITE_DATA: JSON.stringify({
					sevenTargetsApi: standIns.login(),
					sevenTargetsOAuth2Api: standIns.client(),
				}),
			}),
		});
		call = await openPublicApi();
	}, 300_000);
	afterAll(async () => await world?.stop());

	/** A credential that holds nothing but `data`; n8n 1.x takes such a one only by its public API. */
	async function addBy(call: PublicApi, { type, typed }: Way, data: object = {}) {
		const name = '7Targets account';
		const blank = Object.fromEntries(typed.map((field) => [field, '']));
		const body = { name, type, data: { ...blank, ...ALL_DOMAINS, ...data } };
		const { answer } = await call('POST', '/credentials', body);
		return { id: answer.id, name, type };
	}

	it.each(WAYS)('a credential of $login whose fields are blank logs in', async (way) => {
		expect(await use(await addBy(call, way), way)).toEqual(ok());
		expect(way.server().requests).toHaveLength(1);
	});

	it.each(WAYS)('an address that is filled in with $login counts', async (way) => {
		for (const name of Object.keys(way.all()).filter((field) => field.endsWith('Url'))) {
			const credential = await addBy(call, way, { [name]: 'http://127.0.0.1:1' });
			expect((await use(credential, way)).message).toContain('cannot be reached');
		}
	});
});
