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
 * Amazon Cognito as the emulator cognito-local plays it, with two users whose passwords are set, and one who still has the first
 * password. What the emulator lets pass, or says otherwise than Cognito does, is put right here.
 */
async function startCognito() {
	const directory = await mkdtemp(join(tmpdir(), 'cognito-'));
	/** @type {Record<string, string>} */
	let names = {};
	const { url, tokens, serve, ...server } = await startLoginServer(JSON.parse);
	const now = () => new Date(Date.now() - tokens.age * 1000);
	const emulator = await emulatorAt(url, directory, { get: now });
	/** @type {Record<string, { GenerateSecret?: boolean, ExplicitAuthFlows?: string[] }>} what the clients were made with, by their IDs */
	const clients = {};
	serve((request, response) => {
		speakAsCognito(response, tokens);
		const refused = refusalOf(request, clients);
		if (refused !== undefined) {
			response.statusCode = 400;
			return response.end(JSON.stringify(refused));
		}
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
	const client = async (ClientName, settings) => {
		const { UserPoolClient } = await call('CreateUserPoolClient', {
			UserPoolId,
			ClientName,
			IdTokenValidity: 1,
			TokenValidityUnits: { IdToken: 'hours' },
			...settings,
		});
		clients[UserPoolClient.ClientId] = settings;
		return UserPoolClient.ClientId;
	};
	const byPassword = { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] };
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
		clientId: await client('api', byPassword),
	};
	const withSecret = await client('with a secret', { ...byPassword, GenerateSecret: true });
	const withoutPassword = await client('without passwords', {
		ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
	});
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
		/** The client IDs of a client that has a secret, and of one that may not log in with a password. */
		withSecret,
		withoutPassword,
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

/**
 * What the emulator carries out, and Cognito refuses. AWS documents the types; the messages are those that people report.
 *
 * @returns the body of the answer, or undefined
 */
function refusalOf({ headers, body }, clients) {
	const [, operation] = String(headers['x-amz-target']).split('.');
	if (operation === undefined) return { __type: 'UnknownOperationException' };
	if (headers.authorization !== undefined) {
		const message = "Authorization header requires 'Credential' parameter.";
		return { __type: 'IncompleteSignatureException', message };
	}
	const client = operation === 'InitiateAuth' ? clients[body.ClientId] : undefined;
	if (client === undefined) return undefined;
	if (!client.ExplicitAuthFlows?.includes(`ALLOW_${body.AuthFlow}`)) {
		const message = `${body.AuthFlow} flow not enabled for this client`;
		return { __type: 'InvalidParameterException', message };
	}
	if (client.GenerateSecret && body.AuthParameters?.SECRET_HASH === undefined) {
		const message = `Client ${body.ClientId} is configured with secret but SECRET_HASH was not received`;
		return { __type: 'NotAuthorizedException', message };
	}
	return undefined;
}

/** The emulator's types of a refusal, as Cognito says them if it does not tell who is a user. */
const WRONG_LOGIN = {
	__type: 'NotAuthorizedException',
	message: 'Incorrect username or password.',
};
const AS_COGNITO = {
	InvalidPasswordException: () => WRONG_LOGIN,
	NotAuthorizedException: ({ message }) =>
		message === 'User not authorized' ? WRONG_LOGIN : undefined,
	ResourceNotFoundException: ({ message }) => {
		const [, id] = /^App Client (.+) not found$/.exec(message) ?? [];
		return (
			id && {
				__type: 'ResourceNotFoundException',
				message: `User pool client ${id} does not exist.`,
			}
		);
	},
};

/** Has the emulator answer with the headers, the types and the lifetimes (`ExpiresIn`) of Cognito. */
function speakAsCognito(response, tokens) {
	const end = response.end.bind(response);
	response.end = (chunk, ...rest) => {
		const said = chunk === undefined ? {} : JSON.parse(chunk);
		const body = AS_COGNITO[said.__type]?.(said) ?? said;
		if (body.AuthenticationResult !== undefined) {
			const { lifetime: ExpiresIn } = tokens;
			Object.assign(body.AuthenticationResult, { ExpiresIn, TokenType: 'Bearer' });
		}
		const text = JSON.stringify(body);
		response.setHeader('content-type', 'application/x-amz-json-1.1');
		response.setHeader('content-length', Buffer.byteLength(text));
		if (body.__type !== undefined) response.setHeader('x-amzn-errortype', `${body.__type}:`);
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
