import type { IHookFunctions, INode, NodeApiError, NodeOperationError } from 'n8n-workflow';

import { ApiError } from '../../graphApi/errors/apiError';
import { InputError } from '../../shared/inputError';
import { nodeError } from '../../shared/nodeErrors';
import { readCredential } from '../../shared/credential';
import { removeOldFiles } from '../duplicates/seenEvents';
import { staticDataOf } from './staticData';
import type { TriggerStaticData } from './staticData';
import { ensureSubscribed } from './accountWebhook';
import { cancelRemoval, scheduleRemoval, flushRemoval } from './deferredRemoval';
import { isOwnWebhook, productionUrl } from './webhookUrls';
import { registrationApi, webhookUrlOf, activationPlanOf, registrationFor } from './activationPlan';
import type { ActivationPlan } from './activationPlan';
import type { Registration } from './registration';
import { scopeFor } from '../parameters/registrationScope';
import type { Scope } from '../parameters/registrationScope';
import { readSettings } from '../parameters/settings';
import { beginTestRun, endTestRun, sharesProcess } from './testRuns';

/** What n8n calls when a workflow is activated or deactivated, and when a test run begins or ends. */
export const webhookMethods = {
	default: { checkExists, create, delete: remove },
};

/**
 * Whether Meta has this trigger's address, by Meta's word and not by what was kept. A test run always
 * begins with `create`, so that it knows what it takes the place of.
 * @throws NodeApiError | NodeOperationError
 */
async function checkExists(this: IHookFunctions): Promise<boolean> {
	try {
		const plan = await activationPlanOf(this);
		if (isTestRun(this)) return false;
		await cancelRemoval(
			webhookUrlOf(this),
			plan && registrationKeyOf(plan.scope, plan.phoneNumberId),
		);
		if (!plan) return true;
		const current = await plan.registration.current();
		return current?.url === webhookUrlOf(this) && current.complete;
	} catch (error) {
		throw activationError(error, this.getNode());
	}
}

/**
 * Registers this trigger's address.
 * @throws NodeApiError | NodeOperationError
 */
async function create(this: IHookFunctions): Promise<boolean> {
	try {
		const plan = await activationPlanOf(this);
		const url = webhookUrlOf(this);
		const replaced = await urlToReplace(plan, url);
		// Production gets the webhooks, or somebody has entered its address by hand.
		const isPublished = !plan || replaced === productionUrl(url);
		if (isTestRun(this) && isPublished && sharesProcess()) {
			beginTestRun(this, url);
			Object.assign(staticDataOf(this), { handedOver: true });
			return true;
		}
		if (!plan) return true;
		const { api, registration, scope, phoneNumberId, verifyToken } = plan;
		checkReplaced(replaced, registration, this);
		if (scope !== 'account') await ensureSubscribed(api.send, api.connection.account);
		await register(registration, url, verifyToken);
		const replacedUrl = isTestRun(this) ? urlToRestore(replaced, url) : undefined;
		Object.assign(staticDataOf(this), { scope, phoneNumberId, url, replacedUrl });
		void removeOldFiles().catch(() => undefined);
		return true;
	} catch (error) {
		throw activationError(error, this.getNode());
	}
}

/**
 * Takes this trigger's address away in a while, and nobody else's; after a test run the address from before
 * comes back at once. A failure is logged and not thrown: n8n would keep the webhook of a trigger that is off.
 */
async function remove(this: IHookFunctions): Promise<boolean> {
	const registered = staticDataOf(this);
	if (registered.handedOver === true) {
		endTestRun(this);
		registered.handedOver = undefined;
		return true;
	}
	try {
		const credential = await readCredential(this);
		const api = registrationApi(credential);
		const settings = readSettings(this);
		const scope = registered.scope ?? scopeFor(settings.registration, settings.kinds);
		if (scope === undefined) return true;
		const { registration, phoneNumberId } = registrationFor(
			scope,
			{ ...settings, phoneNumberId: registered.phoneNumberId ?? settings.phoneNumberId },
			credential,
			api,
		);
		const url = webhookUrlOf(this);
		// n8n does not say of this call whether it is about a test run.
		if (url === productionUrl(url)) {
			scheduleRemoval(url, registrationKeyOf(scope, phoneNumberId), async () => {
				try {
					if ((await registration.current())?.url === url) await registration.remove();
				} catch (error) {
					warnNotRemoved(this, error);
				}
			});
			return true;
		}
		if ((await registration.current())?.url === url) {
			const { verifyToken } = api.connection.webhook;
			const isBack = await restore(registration, registered.replacedUrl, verifyToken);
			if (!isBack && registered.replacedUrl !== undefined) {
				this.logger.warn(
					`'${this.getNode().name}' could not give ${registration.owner} its webhook address from before the test run back: ${registered.replacedUrl}. Enter it there again.`,
				);
			}
		}
		// Open questions are kept in the same place, and stay.
		const nothing: TriggerStaticData = {
			scope: undefined,
			phoneNumberId: undefined,
			url: undefined,
			replacedUrl: undefined,
		};
		Object.assign(registered, nothing);
		return true;
	} catch (error) {
		warnNotRemoved(this, error);
		return false;
	}
}

function warnNotRemoved(context: IHookFunctions, error: unknown): void {
	const { message } = nodeError(error, context.getNode());
	context.logger.warn(
		`'${context.getNode().name}' could not remove its webhook address at WhatsApp: ${message}`,
	);
}

/** The address that a registration takes the place of. One that is to be removed anyway is removed first. */
async function urlToReplace(
	plan: ActivationPlan | undefined,
	own: string,
): Promise<string | undefined> {
	const found = (await plan?.registration.current())?.url;
	if (found === undefined || found === own || !(await flushRemoval(found))) return found;
	return (await plan?.registration.current())?.url;
}

function registrationKeyOf(scope: Scope, phoneNumberId: string | undefined): string {
	return `${scope} ${phoneNumberId ?? ''}`;
}

/** An address that no longer answers can't come back; then there is none. Gives whether it came back. */
async function restore(
	registration: Registration,
	url: string | undefined,
	verifyToken: string | undefined,
): Promise<boolean> {
	if (url !== undefined && verifyToken !== undefined) {
		try {
			await registration.register(url, verifyToken);
			return true;
		} catch (error) {
			if (!isUnverified(error)) throw error;
		}
	}
	await registration.remove();
	return false;
}

/**
 * The address that comes back after a test run. Where the address of an earlier test run was left over, n8n
 * having been ended during it, that is the one of production.
 */
function urlToRestore(replaced: string | undefined, testUrl: string): string | undefined {
	return replaced === testUrl ? productionUrl(testUrl) : replaced;
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

/** @throws InputError when somebody else's address would be replaced and the user did not ask for that. */
function checkReplaced(
	replaced: string | undefined,
	{ owner }: Registration,
	context: IHookFunctions,
): void {
	if (replaced === undefined || isOwnWebhook(replaced, webhookUrlOf(context))) return;
	if (replaced === staticDataOf(context).url || readSettings(context).options.takeOver === true)
		return;
	throw new InputError(
		'Registration',
		`can't be made: the webhooks of ${owner} go to ${replaced}, which is not an address of this trigger`,
		"Deactivate what is behind that address, or turn on the option 'Take Over Existing Registration'.",
	);
}

async function register(registration: Registration, url: string, verifyToken: string) {
	try {
		await registration.register(url, verifyToken);
	} catch (error) {
		throw isUnverified(error) ? unreachable(error, url) : error;
	}
}

function isUnverified(error: unknown): error is ApiError {
	return error instanceof ApiError && error.facts.code === callbackVerificationFailed;
}

/** Meta called the address and did not get the challenge back. */
const callbackVerificationFailed = 2200;

function unreachable(error: ApiError, url: string): ApiError {
	return error.with({
		what: `WhatsApp called the webhook address ${url} and did not get the expected answer.`,
		todo: 'Check that the internet reaches this address over https, with a valid certificate and without a log-in page or a firewall in front of n8n.',
	});
}

function isTestRun(context: IHookFunctions): boolean {
	return context.getActivationMode() === 'manual';
}
