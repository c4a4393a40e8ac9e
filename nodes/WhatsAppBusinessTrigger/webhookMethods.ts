import type {
	IDataObject,
	IHookFunctions,
	INode,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

import { graphApi } from '../graphApi/graphApi';
import type { GraphApi } from '../graphApi/graphApi';
import { InputError } from '../WhatsAppBusiness/inputError';
import { nodeError } from '../WhatsAppBusiness/nodeErrors';
import { phoneNumberIdFor } from '../WhatsAppBusiness/sharedFields/sender';
import { checkCallbackUrl } from './callbackUrl';
import { readCredential } from './credential';
import { optionsField, phoneNumberField } from './fields';
import type { TriggerOptions } from './fields';
import { ensureSubscribed, registeredUrl, registerUrl, removeUrl } from './registration';

/** What n8n calls when a workflow is activated or deactivated, and when a test run begins or ends. */
export const webhookMethods = {
	default: { checkExists, create, delete: remove },
};

/** Kept by n8n from activation to deactivation. */
interface Registered extends IDataObject {
	/** The number whose address was set: the fields may name another one by now. */
	phoneNumberId?: string;
	/** The address a test run took the place of. */
	replacedUrl?: string;
}

/**
 * Whether Meta has this trigger's address, by Meta's word and not by what was kept.
 * @throws NodeApiError | NodeOperationError
 */
async function checkExists(this: IHookFunctions): Promise<boolean> {
	try {
		const api = await connect(this);
		checkActivation(this, api);
		return (await registeredUrl(api.send, phoneNumberId(this, api))) === ownUrl(this);
	} catch (error) {
		throw activationError(error, this.getNode());
	}
}

/**
 * Registers this trigger's address for the phone number.
 * @throws NodeApiError | NodeOperationError
 */
async function create(this: IHookFunctions): Promise<boolean> {
	try {
		const api = await connect(this);
		const verifyToken = checkActivation(this, api);
		const id = phoneNumberId(this, api);
		await ensureSubscribed(api.send, api.connection.account);
		const replacedUrl =
			this.getActivationMode() === 'manual' ? await registeredUrl(api.send, id) : undefined;
		await registerUrl(api.send, id, ownUrl(this), verifyToken);
		Object.assign(kept(this), { phoneNumberId: id, replacedUrl });
		return true;
	} catch (error) {
		throw activationError(error, this.getNode());
	}
}

/**
 * Takes this trigger's address away, and nobody else's; after a test run the address from before comes
 * back. A failure is logged and not thrown: n8n would keep the webhook of a trigger that is off.
 */
async function remove(this: IHookFunctions): Promise<boolean> {
	try {
		const api = await connect(this);
		const registered = kept(this);
		const id = registered.phoneNumberId ?? phoneNumberId(this, api);
		if ((await registeredUrl(api.send, id)) !== ownUrl(this)) return true;
		const { replacedUrl } = registered;
		const { verifyToken } = api.connection.webhook;
		await (replacedUrl && verifyToken
			? registerUrl(api.send, id, replacedUrl, verifyToken)
			: removeUrl(api.send, id));
		delete registered.phoneNumberId;
		delete registered.replacedUrl;
		return true;
	} catch (error) {
		const { message } = nodeError(error, this.getNode());
		this.logger.warn(
			`'${this.getNode().name}' could not remove its webhook address at WhatsApp: ${message}`,
		);
		return false;
	}
}

// n8n shows only the message of an activation that failed, so what to do next goes into it.
function activationError(error: unknown, node: INode): NodeApiError | NodeOperationError {
	const shown = nodeError(error, node);
	if (shown.description) {
		shown.message = `${shown.message.replace(/\.$/, '')}. ${shown.description}`;
		shown.description = undefined;
	}
	return shown;
}

async function connect(context: IHookFunctions): Promise<GraphApi> {
	return graphApi(await readCredential(context));
}

/**
 * Checks what can be known before Meta is asked.
 * @returns the verify token Meta will be told.
 */
function checkActivation(context: IHookFunctions, { connection }: GraphApi): string {
	const { appSecret, verifyToken } = connection.webhook;
	const { acceptUnsigned } = context.getNodeParameter(optionsField, {}) as TriggerOptions;
	if (appSecret === undefined && acceptUnsigned !== true) {
		throw new InputError(
			'App Secret',
			'is empty in the credential, so nothing tells a message of WhatsApp from a made-up one',
			"Fill it in there: Meta shows it under App Settings → Basic. Or turn on the option 'Accept Unsigned Webhooks'.",
		);
	}
	if (verifyToken === undefined) {
		throw new InputError(
			'Webhook Verify Token',
			'is empty in the credential, and there is no app secret to derive one from',
			'Fill in either of the two in the credential.',
		);
	}
	checkCallbackUrl(ownUrl(context), connection.baseUrl);
	return verifyToken;
}

function phoneNumberId(context: IHookFunctions, { connection }: GraphApi): string {
	const chosen = context.getNodeParameter(phoneNumberField.name, '', {
		extractValue: true,
	}) as string;
	return phoneNumberIdFor(
		chosen.trim() || undefined,
		connection.account,
		phoneNumberField.displayName,
	);
}

function ownUrl(context: IHookFunctions): string {
	const url = context.getNodeWebhookUrl('default');
	if (url === undefined) throw new Error('n8n gave the trigger no webhook address');
	return url;
}

function kept(context: IHookFunctions): Registered {
	return context.getWorkflowStaticData('node') as Registered;
}
