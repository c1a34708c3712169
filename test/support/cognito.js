const { mkdtemp, rm } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { pino } = require('pino');

// The emulator loads AWS' SDK of old for a part that is not used here.
process.env.AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE = '1';

const { createServer } = require('cognito-local');
const { jwk } = require('cognito-local/lib/keys/cognitoLocal.public.json');
const { CognitoServiceFactoryImpl } = require('cognito-local/lib/services/cognitoService');
const { CryptoService } = require('cognito-local/lib/services/crypto');
const { LambdaService, MessagesService, TriggersService } = require('cognito-local/lib/services');
const { StormDBDataStoreFactory } = require('cognito-local/lib/services/dataStore/stormDb');
const { JwtTokenGenerator } = require('cognito-local/lib/services/tokenGenerator');
const { otp } = require('cognito-local/lib/services/otp');
const { UserPoolServiceFactoryImpl } = require('cognito-local/lib/services/userPoolService');
const { DefaultConfig } = require('cognito-local/lib/server/config');
const { Router } = require('cognito-local/lib/server/Router');
const { startLoginServer } = require('./loginServer');

/**
 * Amazon Cognito as the emulator cognito-local plays it, with one pool, one client and one user whose password is
 * set; and one user who still has the first password.
 */
async function startCognito() {
	const directory = await mkdtemp(join(tmpdir(), 'cognito-'));
	/** @type {Record<string, string>} */
	let names = {};
	const { url, tokens, serve, ...server } = await startLoginServer(JSON.parse);
	const now = () => new Date(Date.now() - tokens.age * 1000);
	const emulator = await emulatorAt(url, directory, { get: now });
	serve((request, response) => {
		sayLifetime(response, tokens);
		const { AuthParameters: typed, ...body } = request.body;
		if (typed?.USERNAME in names) {
			request.body = { ...body, AuthParameters: { ...typed, USERNAME: names[typed.USERNAME] } };
		}
		emulator(request, response);
	});

	const call = async (target, body) => {
		const response = await fetch(url, {
			method: 'POST',
			headers: {
				'Content-Type': 'application/x-amz-json-1.1',
				'X-Amz-Target': `AWSCognitoIdentityProviderService.${target}`,
			},
			body: JSON.stringify(body),
		});
		/** @type {any} */
		const result = await response.json();
		if (!response.ok) throw new Error(`${target}: ${JSON.stringify(result)}`);
		return result;
	};
	const { UserPool } = await call('CreateUserPool', { PoolName: '7targets' });
	const UserPoolId = UserPool.Id;
	const { UserPoolClient } = await call('CreateUserPoolClient', {
		UserPoolId,
		ClientName: 'api',
		IdTokenValidity: 1,
		TokenValidityUnits: { IdToken: 'hours' },
	});
	const user = async (Username, Password, Permanent) => {
		await call('AdminCreateUser', {
			UserPoolId,
			Username,
			TemporaryPassword: Password,
			MessageAction: 'SUPPRESS',
			UserAttributes: [{ Name: 'email', Value: Username }],
		});
		if (Permanent)
			await call('AdminSetUserPassword', { UserPoolId, Username, Password, Permanent });
	};
	const login = {
		username: 'nathan@example.com',
		password: 'Correct-Horse-7',
		clientId: UserPoolClient.ClientId,
	};
	const newcomer = { ...login, username: 'newcomer@example.com', password: 'First-Password-7' };
	const colleague = { ...login, username: 'colleague@example.com', password: 'Other-Horse-7' };
	await user(login.username, login.password, true);
	await user(colleague.username, colleague.password, true);
	await user(newcomer.username, newcomer.password, false);
	// What made the users is no login.
	server.reset();

	return {
		...server,
		url: `${url}/`,
		issuer: `${url}/${UserPoolId}`,
		keys: [jwk],
		/** What a user enters into the credential, and the same of another user, and of one who must set a password. */
		login,
		colleague,
		newcomer,
		/** From now on a user is known by another name, too. */
		knowsAs: (name, username) => void (names = { [name]: username }),
		reset: () => {
			server.reset();
			names = {};
		},
		stop: async () => {
			await server.stop();
			await rm(directory, { recursive: true, force: true });
		},
	};
}

/** The emulator leaves out how long a token is valid (`ExpiresIn`), which Cognito says. */
function sayLifetime(response, tokens) {
	const end = response.end.bind(response);
	response.end = (chunk, ...rest) => {
		const body = chunk === undefined ? {} : JSON.parse(chunk);
		if (body.AuthenticationResult === undefined) return end(chunk, ...rest);
		body.AuthenticationResult.ExpiresIn = tokens.lifetime;
		const text = JSON.stringify(body);
		response.setHeader('content-length', Buffer.byteLength(text));
		return end(text, ...rest);
	};
}

/** cognito-local's own `createDefaultServer`, with its files in `directory` in place of the working directory. */
async function emulatorAt(url, directory, clock) {
	const logger = pino({ level: 'silent' });
	const context = { logger };
	const stores = new StormDBDataStoreFactory(directory);
	const cognito = await new CognitoServiceFactoryImpl(
		directory,
		stores,
		new UserPoolServiceFactoryImpl(clock, stores),
	).create(context, DefaultConfig.UserPoolDefaults);
	const triggers = new TriggersService(
		clock,
		cognito,
		new LambdaService({}, /** @type {any} */ (undefined)),
		new CryptoService(DefaultConfig.KMSConfig),
	);
	const services = {
		clock,
		cognito,
		config: DefaultConfig,
		messages: new MessagesService(triggers, { deliver: async () => {} }),
		otp,
		tokenGenerator: new JwtTokenGenerator(clock, triggers, { IssuerDomain: url }),
		triggers,
	};
	return createServer(Router(services), logger, DefaultConfig.ServerConfig).application;
}

module.exports = { startCognito };
