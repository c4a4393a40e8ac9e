import type { IHookFunctions, NodeApiError, NodeOperationError } from 'n8n-workflow';

import { RequestError } from '../../graphApi/errors/requestError';
import { connectionFromCredential, webhooksOf } from '../../graphApi/hosts';
import { memoryOf } from '../../memory/memoryOf';
import { KnownAccount } from '../../shared/account/knownAccount';
import { Listening } from '../../shared/conversation/listening';
import { OwnMessages } from '../../shared/conversation/ownMessages';
import { InputError } from '../../shared/inputError';
import { nodeError, textDescription } from '../../shared/nodeErrors';
import { checkSetupHint } from '../../shared/setup/checkSetupHint';
import {
	addPublished,
	publishedTrigger,
	publishedTriggersOf,
	removePublished,
} from '../../shared/publishedTriggers';
import { readCredential } from '../../shared/credential';
import { phoneNumberIdFor } from '../../shared/phoneNumberId';
import { sharesProcess } from '../../shared/sharesProcess';
import { handOnBeforeEnd, watchCollections } from '../collect/watch';
import { askForTexts, stopAskingForTexts } from '../conversations/askForTexts';
import { isFollowUp } from '../../shared/events/eventKinds';
import {
	endFollowUps,
	stopWatching,
	watchInTestRun,
	watchWhilePublished,
} from '../followUps/watches';
import { forwardWhilePublished, stopForwarding } from '../forward/forwarding';
import { phoneNumberField } from '../parameters/fields';
import { removeOldFiles } from '../duplicates/takeOverFiles';
import { subscriberOf } from './accountWebhook';
import { appWebhook } from './appWebhook';
import { staticDataOf } from './staticData';
import type { TriggerStaticData } from './staticData';
import { ensureDelivery } from './ensureDelivery';
import { hostEventsOf, keepHostEvents, noteHostEvents, removeHostEvents } from './hostEvents';
import { cancelRemoval, flushRemoval, replaceRemoval, scheduleRemoval } from './deferredRemoval';
import { isOfThisN8n, isOwnWebhook, productionUrl, shownUrl } from './webhookUrls';
import { registrationApi, webhookUrlOf, activationPlanOf, registrationFor } from './activationPlan';
import type { ActivationPlan } from './activationPlan';
import { isUnverified, registerUrl } from './registerUrl';
import type { CurrentRegistration, Registration } from '../../graphApi/webhooks/registration';
import { scopeFor } from '../parameters/registrationScope';
import type { Scope } from '../parameters/registrationScope';
import { needsOf } from '../parameters/neededFields';
import { readSettings } from '../parameters/settings';
import { beginTestRun, endTestRun, isTestRun } from './testRuns';

/** n8n calls these when a workflow is activated or deactivated, and when a test run begins or ends. */
export const webhookMethods = {
	checkExists: thenForward(checkExists),
	create: thenForward(create),
	delete: remove,
};

/** What waits is forwarded to the URL of the option once the trigger is published with it, and not if that fails. */
function thenForward(step: (this: IHookFunctions) => Promise<boolean>) {
	return async function (this: IHookFunctions): Promise<boolean> {
		if (isTestRun(this)) return await step.call(this);
		try {
			const isPublished = await step.call(this);
			if (isPublished) await forwardWhilePublished(this);
			return isPublished;
		} catch (error) {
			// What comes in meanwhile has begun it. At a start of n8n, the URL was published before.
			if (!isStartOfN8n(this)) await stopForwarding(this).catch(() => undefined);
			throw error;
		}
	};
}

/**
 * Whether this trigger's callback URL is registered, according to Meta. A test run always calls `create`,
 * which remembers the URL it replaces.
 * @throws NodeApiError | NodeOperationError
 */
async function checkExists(this: IHookFunctions): Promise<boolean> {
	try {
		const plan = await activationPlanOf(this);
		const hostEvents = await hostEventsOf(this);
		await watchOwnMessages(this);
		const followedNumber = await followedNumberOf(this, plan);
		if (isTestRun(this)) {
			if (followedNumber !== undefined) await watchInTestRun(this, followedNumber);
			return false;
		}
		await notePublished(this, plan);
		await watchCollections(this);
		await watchTexts(this, plan);
		await (followedNumber === undefined
			? endFollowUps(this)
			: watchWhilePublished(this, followedNumber));
		await cancelRemoval(
			webhookUrlOf(this),
			plan && registrationKeyOf(plan.scope, plan.phoneNumberId),
		);
		await keepHostEvents(hostEvents, this);
		if (hostEvents && !(await hostEvents.webhooks.areAt(webhookUrlOf(this)))) return false;
		if (!plan) return true;
		const current = await plan.registration.current();
		if (current?.url !== webhookUrlOf(this) || current.missing.length > 0) return false;
		if (current.isOutdated === true) return false;
		await ensureDelivery(plan, this).catch(async (error: unknown) => {
			if (!isStartOfN8n(this)) throw error;
			// The URL is registered: what arrives again later must find the trigger.
			const { message } = await activationError(error, this);
			this.logger.error(`'${this.getNode().name}': ${message}`);
		});
		// n8n may have ended before it stored them.
		const { scope, phoneNumberId } = plan;
		Object.assign(staticDataOf(this), { scope, phoneNumberId, url: webhookUrlOf(this) });
		return true;
	} catch (error) {
		throw await activationError(error, this);
	}
}

/**
 * Registers this trigger's callback URL.
 * @throws NodeApiError | NodeOperationError
 */
async function create(this: IHookFunctions): Promise<boolean> {
	let removeAfterAll: (() => void) | undefined;
	try {
		const plan = await activationPlanOf(this);
		const hostEvents = await hostEventsOf(this);
		const url = webhookUrlOf(this);
		const toReplace = await registeredFor(plan, url, this);
		removeAfterAll = toReplace.removeAfterAll;
		const { found } = toReplace;
		const replaced = found?.url;
		// The production URL is registered, or was entered by hand.
		const isPublished = async () =>
			(!plan || replaced === productionUrl(url)) &&
			(!hostEvents || (await hostEvents.webhooks.areAt(productionUrl(url))));
		// The memory knows what another trigger of this n8n receives.
		const isLeft =
			yields(this) &&
			replaced !== undefined &&
			isOfThisN8n(replaced, url) &&
			!isOwnWebhook(replaced, url);
		// Production can then hand deliveries to the test run, and one that is aborted leaves nothing to restore.
		if (isTestRun(this) && sharesProcess() && (isLeft || (await isPublished()))) {
			beginTestRun(this, url);
			Object.assign(staticDataOf(this), { handedOver: true });
			return true;
		}
		if (plan && !isLeft) checkReplaced(found, plan.registration, this);
		noteHostEvents(hostEvents, this);
		await hostEvents?.webhooks.register(url);
		if (!plan) return true;
		const { api, registration, scope, phoneNumberId, verifyToken } = plan;
		const replacedAppUrl = await ensureDelivery(plan, this);
		if (isLeft) return true;
		if (isTestRun(this)) {
			Object.assign(staticDataOf(this), { replacedAppUrl: urlToRestore(replacedAppUrl, url) });
		}
		await registerUrl(registration, url, verifyToken);
		if (!isTestRun(this)) {
			const memory = memoryOf(await readCredential(this));
			await new Listening(memory).begin(numberOf(scope, phoneNumberId));
		}
		const replacedUrl = isTestRun(this) ? urlToRestore(replaced, url) : undefined;
		const wabaId = scope === 'account' ? api.connection.account.wabaId : undefined;
		Object.assign(staticDataOf(this), { scope, phoneNumberId, wabaId, url, replacedUrl });
		void removeOldFiles().catch(() => undefined);
		return true;
	} catch (error) {
		removeAfterAll?.();
		throw await activationError(error, this);
	}
}

/**
 * Schedules the removal of this trigger's callback URL, if it is still ours. After a test run, restores the
 * previous URL at once. A failure is logged and not thrown, or n8n would keep the webhook of an inactive
 * trigger.
 */
async function remove(this: IHookFunctions): Promise<boolean> {
	const registered = staticDataOf(this);
	if (registered.handedOver === true) {
		await stopWatching(this, true);
		endTestRun(this);
		registered.handedOver = undefined;
		return true;
	}
	try {
		const url = webhookUrlOf(this);
		// n8n does not say whether this call ends a test run.
		const isProduction = url === productionUrl(url);
		if (isProduction) {
			removePublished(url);
			await stopForwarding(this);
			await handOnBeforeEnd(this);
			await stopAskingForTexts(this, memoryOf(await readCredential(this)));
			await endFollowUps(this);
		} else {
			await stopWatching(this, true);
		}
		const report = (error: unknown) => warnNotRemoved(this, error);
		await removeHostEvents(this, { isProduction, report });
		const credential = await readCredential(this);
		const connect = registrationApi(this);
		const settings = readSettings(this);
		const webhooks = webhooksOf(credential);
		const storedScope =
			registered.scope ?? scopeFor(settings.registration, settings.kinds, webhooks);
		if (storedScope === undefined) return true;
		const { known, scope, registration, phoneNumberId } = await registrationFor(
			storedScope,
			{ ...settings, phoneNumberId: registered.phoneNumberId ?? settings.phoneNumberId },
			credential,
			connect,
		);
		if (isProduction) {
			const memory = memoryOf(credential);
			const removeNow = async () => {
				try {
					if ((await registration.current())?.url !== url) return;
					await new Listening(memory).end(numberOf(scope, phoneNumberId));
					// Without it, Meta sends nothing to the webhook overrides of the others.
					if (scope === 'app' && publishedTriggersOf(known.current.appId).length > 0) return;
					await registration.remove();
				} catch (error) {
					warnNotRemoved(this, error);
				}
			};
			const registrationKey = registrationKeyOf(scope, phoneNumberId);
			scheduleRemoval(url, { registrationKey, memory, remove: removeNow });
			return true;
		}
		if ((await registration.current())?.url === url) {
			const { verifyToken } = webhooks;
			const own = ownUrl(registered.replacedUrl, url);
			const isBack = await restore(registration, own, verifyToken);
			if (!isBack && registered.replacedUrl !== undefined) {
				this.logger.warn(
					`'${this.getNode().name}' could not restore the callback URL that ${registration.owner} had before the test run: ${shownUrl(registered.replacedUrl)}. ${registration.whyNotRestored ?? whyNotRestored} Register it there again.`,
				);
			}
		}
		if (registered.replacedAppUrl !== undefined) {
			const { appId } = await subscriberOf(known);
			const app = appWebhook({ credential, appId }, connect, []);
			const { verifyToken } = webhooks;
			if ((await app.current())?.url === url) {
				await restore(app, ownUrl(registered.replacedAppUrl, url), verifyToken);
			}
		}
		// Only these keys are cleared: the static data also contains open questions.
		const nothing: TriggerStaticData = {
			scope: undefined,
			phoneNumberId: undefined,
			wabaId: undefined,
			url: undefined,
			replacedUrl: undefined,
			replacedAppUrl: undefined,
		};
		Object.assign(registered, nothing);
		return true;
	} catch (error) {
		warnNotRemoved(this, error);
		return false;
	}
}

const whyNotRestored =
	'Meta asks for the verify token of a callback URL, which only its owner knows.';

function warnNotRemoved(context: IHookFunctions, error: unknown): void {
	const { message } = nodeError(error, context.getNode());
	context.logger.warn(
		`'${context.getNode().name}' could not remove its callback URL at WhatsApp: ${message}`,
	);
}

/** The number whose messages a registration brings. Undefined for those of several. */
function numberOf(scope: Scope, phoneNumberId: string | undefined): string | undefined {
	return scope === 'phoneNumber' ? phoneNumberId : undefined;
}

/** Before the first echo, so that those of our own messages are recognised. */
async function watchOwnMessages(context: IHookFunctions): Promise<void> {
	if (readSettings(context).options.pauseWhilePersonReplies === undefined) return;
	await new OwnMessages(memoryOf(await readCredential(context))).watch();
}

/** Before the first event, so that what is sent until then is remembered, too. */
async function watchTexts(
	context: IHookFunctions,
	plan: ActivationPlan | undefined,
): Promise<void> {
	const { options, phoneNumberId = plan?.phoneNumberId } = readSettings(context);
	if (options.rememberTexts !== true || phoneNumberId === undefined) return;
	await askForTexts(context, memoryOf(await readCredential(context)), [{ phoneNumberId }]);
}

/**
 * Returns the ID of the number whose conversations start the workflow, undefined if none do.
 * @throws InputError if it is not known which of several.
 */
async function followedNumberOf(
	context: IHookFunctions,
	plan: ActivationPlan | undefined,
): Promise<string | undefined> {
	const { followUps, phoneNumberId } = readSettings(context);
	if (followUps === undefined) return undefined;
	const chosen = phoneNumberId ?? plan?.phoneNumberId;
	const api = registrationApi(context)(await readCredential(context));
	const known = new KnownAccount(api);
	return await known.use((account) =>
		phoneNumberIdFor(chosen, account, phoneNumberField.displayName),
	);
}

/** Whether a trigger needs no registration of its own where another trigger of this n8n has one. */
function yields(context: IHookFunctions): boolean {
	return readSettings(context).kinds.every(isFollowUp);
}

/** What a new registration replaces. */
interface ToReplace {
	/** Undefined if there is none, or only one that is about to be removed anyway. */
	found?: CurrentRegistration;
	/** Removes that one as planned, if it is not replaced. */
	removeAfterAll?: () => void;
}

/** Before a test run, which ends again, a removal that is pending is carried out. */
async function registeredFor(
	plan: ActivationPlan | undefined,
	url: string,
	context: IHookFunctions,
): Promise<ToReplace> {
	if (!plan) return {};
	const found = await plan.registration.current();
	if (!found || found.url === url) return { found };
	const memory = memoryOf(await readCredential(context));
	const registrationKey = registrationKeyOf(plan.scope, plan.phoneNumberId);
	const removeAfterAll = isTestRun(context)
		? undefined
		: replaceRemoval(found.url, registrationKey, memory);
	if (removeAfterAll) return { removeAfterAll };
	return { found: (await flushRemoval(found.url)) ? await plan.registration.current() : found };
}

async function notePublished(
	context: IHookFunctions,
	plan: ActivationPlan | undefined,
): Promise<void> {
	const { id, name } = context.getWorkflow();
	// What is registered by hand receives all fields of the app.
	const { needs, appId } = plan
		? { needs: plan.needs, appId: plan.account.appId }
		: {
				needs: needsOf(readSettings(context)),
				appId: connectionFromCredential(await readCredential(context)).account.appId,
			};
	addPublished(webhookUrlOf(context), {
		...{ workflowId: String(id), workflow: name ?? '', node: context.getNode().name },
		yields: yields(context),
		...{ appId, needs: needs.map(({ neededBy, fields }) => ({ neededBy, fields })) },
	});
}

function registrationKeyOf(scope: Scope, phoneNumberId: string | undefined): string {
	return `${scope} ${phoneNumberId ?? ''}`;
}

/**
 * Returns a callback URL if it is this trigger's. Meta would show our verify token to any other: it calls the URL
 * with the token before it registers it.
 */
function ownUrl(url: string | undefined, webhookUrl: string): string | undefined {
	return url !== undefined && isOwnWebhook(url, webhookUrl) ? url : undefined;
}

/** Restores the previous URL. Returns false if Meta cannot verify it; the registration is then removed. */
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
 * Returns the URL to restore after a test run. If n8n was stopped during an earlier test run and its URL is
 * still registered, that is the production URL.
 */
function urlToRestore(replaced: string | undefined, testUrl: string): string | undefined {
	return replaced === testUrl ? productionUrl(testUrl) : replaced;
}

// n8n shows only the message of a failed activation, so the description is appended to it.
async function activationError(
	error: unknown,
	context: IHookFunctions,
): Promise<NodeApiError | NodeOperationError> {
	const shown = nodeError(await withHint(error, context), context.getNode());
	const description = textDescription(shown);
	if (description) {
		shown.message = `${shown.message.replace(/\.$/, '')}. ${description}`;
		shown.description = undefined;
	}
	return shown;
}

// What Meta refuses is most often due to the setup. Other hosts have no app to check.
async function withHint(error: unknown, context: IHookFunctions): Promise<unknown> {
	if (!(error instanceof RequestError)) return error;
	const { registration } = webhooksOf(await readCredential(context));
	if (registration !== undefined) return error;
	return error.with({ todo: `${error.facts.todo} ${checkSetupHint}` });
}

/** @throws InputError if another callback URL would be replaced and 'Take Over' is off. */
function checkReplaced(
	found: CurrentRegistration | undefined,
	{ owner }: Registration,
	context: IHookFunctions,
): void {
	const url = webhookUrlOf(context);
	if (found === undefined || isOwnWebhook(found.url, url)) return;
	if (publishedTrigger(found.url)?.yields === true && isOfThisN8n(found.url, url)) return;
	const { ownerName = owner } = found;
	const other = receiverOf(found.url, context);
	if (readSettings(context).options.takeOver === true) {
		if (other === undefined) return;
		// n8n shows nothing in the other workflow, until it is tested or published again.
		context.logger.warn(
			`'${context.getNode().name}' takes over the messages of ${ownerName}. ${capitalized(other)} gets none any more: unpublish it.`,
		);
		return;
	}
	if (found.url === staticDataOf(context).url) return;
	const takeOver = "turn on the option 'Take Over Existing Registration'";
	throw other === undefined
		? new InputError(
				'Registration',
				`is not possible: the webhooks of ${owner} are sent to ${shownUrl(found.url)}, which is not a URL of this trigger`,
				`Unpublish whatever uses that URL, or ${takeOver}.`,
			)
		: new InputError(
				'Registration',
				`is not possible: ${other} already receives the messages of ${ownerName}`,
				`Unpublish it, or put both into one workflow with a Switch node. To move the messages here, ${takeOver}.`,
			);
}

/** Who in this n8n has a callback URL, in words. Undefined if it belongs elsewhere. */
function receiverOf(url: string, context: IHookFunctions): string | undefined {
	if (!isOfThisN8n(url, webhookUrlOf(context))) return undefined;
	const known = publishedTrigger(url);
	if (!known) return 'another workflow of this n8n';
	return known.workflowId === String(context.getWorkflow().id)
		? `another trigger of this workflow ("${known.node}")`
		: `another workflow of this n8n ("${known.workflow}")`;
}

function capitalized(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whether n8n starts, or another of its processes takes over, with workflows that are published already. */
function isStartOfN8n(context: IHookFunctions): boolean {
	return ['init', 'leadershipChange'].includes(context.getActivationMode());
}
