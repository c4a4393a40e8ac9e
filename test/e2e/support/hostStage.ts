import type { IDataObject } from 'n8n-workflow';
import type { Credential } from '../../../scripts/n8n/client';
import { credentialType } from '../../../scripts/workflows';
import { business } from '../../../simulator';
import type { HostName } from '../../../simulator/hosts/names';
import type { SimulatorSettings } from '../../../simulator/settings';
import { world } from './world';

const [number] = business.phoneNumbers;
const phoneNumberId = number.id;

/** What a person types into the credential to work with a host, and what that takes of the rest. */
export interface HostStage {
	title: string;
	host: HostName;
	/** For the credential, with the URL of the simulator. */
	typed(simulatorUrl: string): IDataObject;
	/** The same with a secret that is wrong. */
	wrong: IDataObject;
	/** What the error about a wrong secret says. */
	refusal: RegExp;
	settings?: Partial<SimulatorSettings>;
	/** The public URL of n8n, if the host does not take one with a port. */
	publicUrl?: string;
}

/** Every host but Meta's, as people connect to it. */
export const hostStages: HostStage[] = [
	{
		title: 'Kapso',
		host: 'kapso',
		typed: (url) => ({
			...{ host: 'kapso', apiKey: business.kapsoApiKey, baseUrl: `${url}/kapso` },
			...{ phoneNumberId, businessAccountId: business.waba.id },
		}),
		wrong: { apiKey: 'wrong-key' },
		refusal: /API key/i,
	},
	{
		title: '360dialog',
		host: '360dialog',
		typed: (url) => ({
			...{ host: 'dialog360', apiKey: business.dialog360ApiKey },
			...{ baseUrl: `${url}/360dialog`, phoneNumberId },
		}),
		wrong: { apiKey: 'wrong-key' },
		refusal: /API key/i,
		publicUrl: 'https://n8n.test',
	},
	{
		title: 'the On-Premises format with a log-in',
		host: 'onPremises',
		typed: (url) => ({
			...{ host: 'onPremises', baseUrl: `${url}/onpremises`, phoneNumberId },
			username: business.onPremises.username,
			password: business.onPremises.password,
		}),
		wrong: { password: 'wrong-password' },
		refusal: /password/i,
	},
	{
		title: 'Turn.io',
		host: 'onPremises',
		typed: (url) => ({
			...{ host: 'onPremises', baseUrl: `${url}/onpremises`, phoneNumberId },
			accessToken: business.onPremises.token,
			hookSecret: business.onPremises.hookSecret,
		}),
		wrong: { accessToken: 'wrong-token' },
		refusal: /access token/i,
		settings: { onPremisesByTurn: true },
	},
];

/** Saves what was typed as a credential. */
export async function hostCredential(
	{ title, typed }: HostStage,
	changes: IDataObject = {},
): Promise<{ credential: Credential; data: IDataObject }> {
	const data = { ...typed(world.simulator.url), ...changes };
	const name = `${title}${Object.keys(changes).length > 0 ? ', wrong' : ''}`;
	return { credential: await world.n8n.createCredential(name, credentialType, data), data };
}
