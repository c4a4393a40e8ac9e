import type { IHookFunctions } from 'n8n-workflow';

import { RequestError } from '../../graphApi/errors/requestError';
import { path } from '../../graphApi/path';
import { credentialIds } from '../../shared/account/credentialId';
import { checkSetupHint } from '../../shared/setup/checkSetupHint';
import { webhookFieldsPage } from '../../shared/setup/webhookFieldsPage';
import { InputError } from '../../shared/inputError';
import { publishedTrigger } from '../../shared/publishedTriggers';
import type { FieldNeed } from '../../shared/publishedTriggers';
import { numberRegistration, registrationFields } from '../../shared/setup/numberRegistration';
import { subscribeRequest } from '../../shared/webhookRequests';
import { appVerifyTokenField, eventsField, phoneNumberField } from '../parameters/fields';
import { isSubscribed } from './accountWebhook';
import { webhookUrlOf } from './activationPlan';
import type { ActivationPlan } from './activationPlan';
import { flushRemoval } from './deferredRemoval';
import { isUnverified, registerUrl } from './registerUrl';
import type { CurrentRegistration, Registration } from '../../graphApi/webhooks/registration';
import { isTestRun } from './testRuns';
import { isOfThisN8n, isOwnWebhook, isTestUrlOf, shownUrl } from './webhookUrls';

/**
 * Makes sure that Meta sends what the trigger registers for: the app must be subscribed to the account and to the
 * webhook fields, and the phone number must be registered. Subscribes the app where nobody else's callback URL is
 * replaced. What cannot be read, or is missing only in part, is a line in n8n's log.
 * @returns the callback URL that the app had, '' if it had none, undefined if it keeps another than the trigger's.
 * @throws InputError if nothing can arrive, or nothing of what an option needs.
 * @throws RequestError if the app cannot be subscribed.
 */
export async function ensureDelivery(
	plan: ActivationPlan,
	context: IHookFunctions,
): Promise<string | undefined> {
	const warn = (what: string) =>
		context.logger.warn(`'${context.getNode().name}': ${what} ${checkSetupHint}`);
	if (!plan.hasApp) return undefined;
	await subscribeToAccount(plan, warn);
	if (plan.scope === 'phoneNumber') await checkNumber(plan, warn);
	if (plan.scope === 'app') return undefined;
	return await subscribeToFields(plan, context, warn);
}

type Warn = (what: string) => void;

async function subscribeToAccount({ api, account }: ActivationPlan, warn: Warn): Promise<void> {
	if (account.wabaId === '') {
		const reason = account.notFound?.wabaId;
		const found = reason === undefined ? '' : `, and ${reason}`;
		const text = `'${credentialIds.wabaId.field}' is empty${found}.`;
		warn(unknown('app is subscribed to the account', text));
		return;
	}
	const subscribed = await read(
		() => isSubscribed(api.send, account),
		(reason) => warn(unknown('app is subscribed to the account', reason)),
	);
	// Subscribing again would remove a webhook override of the account.
	if (subscribed?.value === false) await api.send(subscribeRequest(account.wabaId));
}

async function subscribeToFields(
	{ app, needs, onlyToApp, verifyToken, appVerifyToken }: ActivationPlan,
	context: IHookFunctions,
	warn: Warn,
): Promise<string | undefined> {
	const url = webhookUrlOf(context);
	if (!app) {
		warn(unknown('app is subscribed to the webhook fields', "'App ID' or 'App Secret' is empty."));
		return undefined;
	}
	const subscription = await read(
		() => currentOf(app, context),
		(reason) => warn(unknown('app is subscribed to the webhook fields', reason)),
	);
	if (!subscription) return undefined;
	const current = subscription.value;
	// A test run that was aborted left its URL there.
	const isOfTestRun = current !== undefined && isTestUrlOf(current.url, url);
	const isOther = current !== undefined && !isOwnWebhook(current.url, url);
	const isTooLittle = onlyToApp.length > 0 || (current?.missing ?? []).length > 0;
	// A trigger that was just unpublished does not need it any more.
	const isFree = isOther && isTooLittle && (await flushRemoval(current.url));
	const isElsewhere = isOther && !isFree;
	if (isElsewhere && onlyToApp.length > 0) {
		warn(
			`Meta sends the webhook fields ${onlyToApp.join(', ')} only to the callback URL of the Meta app, which is not that of this trigger. So it does not learn who stops marketing messages in WhatsApp itself, only whom WhatsApp refuses them to.`,
		);
	}
	const missing = (current?.missing ?? []).filter(
		(field) => !isElsewhere || !onlyToApp.includes(field),
	);
	if (current && missing.length === 0 && !isOfTestRun && !isFree) {
		return current.url === url ? url : undefined;
	}
	if (!current || !isElsewhere) {
		await registerUrl(app, url, verifyToken);
		return current?.url ?? '';
	}
	// Meta shows the verify token to that trigger: to no other than one of this n8n.
	const isOfOther = isOfThisN8n(current.url, url) && publishedTrigger(current.url) !== undefined;
	if (isOfOther && (await subscribeOther(app, current.url, verifyToken))) return undefined;
	if (appVerifyToken !== undefined) {
		if (await subscribeOther(app, current.url, appVerifyToken)) return undefined;
		throw new InputError(
			appVerifyTokenField.displayName,
			`is not that of ${shownUrl(current.url)}, or this URL does not respond as Meta expects, so the app was not subscribed to the webhook fields ${missing.join(', ')}`,
			`Correct it, or subscribe the app to them ${webhookFieldsPage}. ${checkSetupHint}`,
		);
	}
	checkNeeds(needs, missing, current.url);
	warn(
		`Meta does not send the webhook fields ${missing.join(', ')}. Subscribe the app to them ${webhookFieldsPage}, or ${offer(current.url)}.`,
	);
	return undefined;
}

/** Before a test run, which ends again, a removal that is pending is carried out. */
async function currentOf(
	app: Registration,
	context: IHookFunctions,
): Promise<CurrentRegistration | undefined> {
	const current = await app.current();
	const isRemoved = current && isTestRun(context) && (await flushRemoval(current.url));
	return isRemoved ? await app.current() : current;
}

/**
 * Subscribes the app to the fields, and keeps the callback URL it has, which is somebody else's. Meta wants its verify
 * token for that: https://developers.facebook.com/docs/graph-api/webhooks/subscriptions-edge
 * @returns whether it did. Not if that URL has another verify token.
 */
async function subscribeOther(app: Registration, url: string, token: string): Promise<boolean> {
	try {
		await app.register(url, token);
		return true;
	} catch (error) {
		if (!isUnverified(error)) throw error;
		return false;
	}
}

/**
 * @param appUrl the callback URL of the app.
 * @throws InputError if no event can arrive, or an option cannot work.
 */
function checkNeeds(needs: readonly FieldNeed[], missing: readonly string[], appUrl: string): void {
	for (const { neededBy, fields } of needs) {
		if (fields.length === 0 || fields.some((field) => !missing.includes(field))) continue;
		const isOption = neededBy !== eventsField.displayName;
		const [cannot, whose] = isOption ? ['work', 'its'] : ['arrive', 'their'];
		throw new InputError(
			neededBy,
			`cannot ${cannot}, because the Meta app is not subscribed to ${whose} webhook fields (${fields.join(', ')})`,
			`Subscribe the app to them ${webhookFieldsPage}${isOption ? ', or remove the option' : ''}. Or let the trigger do it: ${offer(appUrl)}. ${checkSetupHint}`,
		);
	}
}

/** How the trigger subscribes the app to fields although its callback URL is somebody else's. */
function offer(appUrl: string): string {
	return `enter the verify token of the app's callback URL, which is ${shownUrl(appUrl)}, in the option '${appVerifyTokenField.displayName}'`;
}

async function checkNumber({ api, phoneNumberId = '' }: ActivationPlan, warn: Warn): Promise<void> {
	const query = { fields: registrationFields.join(',') };
	const number = await read(
		() => api.send({ method: 'GET', path: path`/${phoneNumberId}`, on: 'phoneNumber', query }),
		(reason) => warn(unknown('phone number is registered', reason)),
	);
	if (!number) return;
	const { ok, found, todo } = numberRegistration(number.value.body);
	if (ok !== false) return;
	throw new InputError(
		phoneNumberField.displayName,
		`${phoneNumberId} is not registered (${found}), so no message can arrive`,
		`${todo} ${checkSetupHint}`,
	);
}

function unknown(what: string, reason: string): string {
	return `It is unknown whether the ${what}. ${reason}`;
}

/** The value, or undefined after a failed call. */
async function read<Value>(
	call: () => Promise<Value>,
	failed: (reason: string) => void,
): Promise<{ value: Value } | undefined> {
	try {
		return { value: await call() };
	} catch (error) {
		if (!(error instanceof RequestError)) throw error;
		failed(error.message);
		return undefined;
	}
}
