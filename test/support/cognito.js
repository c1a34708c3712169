const { mkdtemp, rm } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const pino = require('pino');

// The emulator loads AWS' SDK of old for a part that is not used here.
process.env.AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE = '1';

const { createServer } = require('cognito-local');
const { CognitoServiceFactoryImpl } = require('cognito-local/lib/services/cognitoService');
const { CryptoService } = require('cognito-local/lib/services/crypto');
const { LambdaService, MessagesService, TriggersService } = require('cognito-local/lib/services');
const { StormDBDataStoreFactory } = require('cognito-local/lib/services/dataStore/stormDb');
const { JwtTokenGenerator } = require('cognito-local/lib/services/tokenGenerator');
const { otp } = require('cognito-local/lib/services/otp');
const { UserPoolServiceFactoryImpl } = require('cognito-local/lib/services/userPoolService');
const { DefaultConfig } = require('cognito-local/lib/server/config');
const { Router } = require('cognito-local/lib/server/Router');
const { bodyOf, listen } = require('./servers');

const HOUR_S = 3600;
const HOUR_MS = HOUR_S * 1000;

/**
 * Amazon Cognito as the emulator cognito-local plays it, with one pool, one client and one user whose password is
 * set; and one user who still has the first password. It keeps every request it was sent.
 */
async function startCognito({ port } = {}) {
	const directory = await mkdtemp(join(tmpdir(), 'cognito-'));
	let answer = async () => undefined;
	let names = {};
	let age = 0;
	let lifetime = HOUR_S;
	const requests = [];
	let emulator;
	const { url, stop } = await listen(async (request, response) => {
		const body = await bodyOf(request);
		if (request.headers['x-amz-target']?.endsWith('.InitiateAuth')) {
			requests.push({ headers: request.headers, body });
			const scripted = await answer(requests.length);
			if (scripted !== undefined) {
				response.writeHead(scripted.status, scripted.headers).end(scripted.body);
				return;
			}
		}
		sayLifetime(response, () => lifetime);
		// The emulator's body parser takes a body that is marked as read for granted.
		if (body !== '') Object.assign(request, { body: JSON.parse(body), _body: true });
		const parameters = request.body?.AuthParameters;
		if (parameters?.USERNAME in names) parameters.USERNAME = names[parameters.USERNAME];
		emulator(request, response);
	}, port);
	emulator = await emulatorAt(url, directory, { get: () => new Date(Date.now() - age) });

	const call = async (target, body) => {
		const response = await fetch(url, {
			method: 'POST',
			headers: {
				'Content-Type': 'application/x-amz-json-1.1',
				'X-Amz-Target': `AWSCognitoIdentityProviderService.${target}`,
			},
			body: JSON.stringify(body),
		});
		const result = await response.json();
		if (!response.ok) throw new Error(`${target}: ${JSON.stringify(result)}`);
		return result;
	};
	const { UserPool } = await call('CreateUserPool', { PoolName: '7targets' });
	const { UserPoolClient } = await call('CreateUserPoolClient', {
		UserPoolId: UserPool.Id,
		ClientName: 'api',
		IdTokenValidity: 1,
		TokenValidityUnits: { IdToken: 'hours' },
	});
	const user = async (Username, Password, Permanent) => {
		await call('AdminCreateUser', {
			UserPoolId: UserPool.Id,
			Username,
			TemporaryPassword: Password,
			MessageAction: 'SUPPRESS',
			UserAttributes: [{ Name: 'email', Value: Username }],
		});
		if (Permanent) {
			await call('AdminSetUserPassword', {
				UserPoolId: UserPool.Id,
				Username,
				Password,
				Permanent,
			});
		}
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
	const { keys } = await (await fetch(`${url}/${UserPool.Id}/.well-known/jwks.json`)).json();

	return {
		url: `${url}/`,
		issuer: `${url}/${UserPool.Id}`,
		keys,
		/** What a user enters into the credential, and the same of another user, and of one who must set a password. */
		login,
		colleague,
		newcomer,
		/** The calls of InitiateAuth so far, each `{ headers, body }`. */
		requests,
		/** From now on every token that is given out is already this old, in hours. */
		ageTokens: (hours) => (age = hours * HOUR_MS),
		/** From now on every token that is given out is said to be valid for so many seconds. */
		tokensLast: (seconds) => (lifetime = seconds),
		/** From now on a user is known by another name, too. */
		knowsAs: (name, username) => (names = { [name]: username }),
		/** Answers in place of the emulator: `script(n)` for the n-th call gives `{ status, headers, body }` or undefined. */
		script: (script) => (answer = script),
		reset: () => {
			requests.length = 0;
			age = 0;
			lifetime = HOUR_S;
			names = {};
			answer = async () => undefined;
		},
		stop: async () => {
			await stop();
			await rm(directory, { recursive: true, force: true });
		},
	};
}

/** The emulator leaves out how long a token is valid (`ExpiresIn`), which Cognito says. */
function sayLifetime(response, lifetime) {
	const end = response.end.bind(response);
	response.end = (chunk, ...rest) => {
		const body = chunk === undefined ? {} : JSON.parse(chunk);
		if (body.AuthenticationResult === undefined) return end(chunk, ...rest);
		body.AuthenticationResult.ExpiresIn = lifetime();
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
		new LambdaService({}, undefined),
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
