import type { IHookFunctions } from 'n8n-workflow';

import { asText } from '../../graphApi/coerce';
import type { Account, CredentialData } from '../../graphApi/connection';
import type { GraphApi } from '../../graphApi/graphApi';
import { webhooksOf } from '../../graphApi/hosts';
import { interactiveRules } from '../../graphApi/sendingRules';
import type { SendingRules } from '../../graphApi/sendingRules';
import { KnownAccount } from '../../shared/account/knownAccount';
import { accountApi } from '../../shared/account/wrongId';
import { egressFilterOf } from '../../shared/egressFilter';
import { InputError } from '../../shared/inputError';
import type { FieldNeed } from '../../shared/publishedTriggers';
import { phoneNumberIdFor } from '../../shared/phoneNumberId';
import { checkCallbackUrl } from './callbackUrl';
import { checkEvents } from './checkEvents';
import { readCredential } from '../../shared/credential';
import { defaultCountryOf } from '../../shared/defaultCountry';
import { phoneNumberField } from '../parameters/fields';
import { checkFilters } from '../filters/filterValues';
import { checkCollectOption } from '../parameters/collectSettings';
import { checkConversationOptions } from '../parameters/conversationSettings';
import { checkFollowUpFields } from '../parameters/followUpSettings';
import { checkForwardTo } from './checkForwardTo';
import { readLateReplyText } from '../parameters/lateReplyText';
import { allFields, needsOf } from '../parameters/neededFields';
import { flowsPrivateKey } from '../../shared/flowsPrivateKey';
import { handlesFlows, parameterReader, readSettings } from '../parameters/settings';
import type { Settings } from '../parameters/settings';
import { accountWebhook, subscriberOf } from './accountWebhook';
import { appToRegister, appWebhook } from './appWebhook';
import { phoneNumberWebhook } from './phoneNumberWebhook';
import type { Registration } from '../../graphApi/webhooks/registration';
import { scopeFor } from '../parameters/registrationScope';
import type { Scope } from '../parameters/registrationScope';

/** What an activation registers, and where. */
export interface ActivationPlan {
	api: GraphApi;
	/** Whether webhooks come from a Meta app of the user, which must be subscribed to them. */
	hasApp: boolean;
	/** The IDs of the credential with the chosen number, completed as far as possible. */
	account: Account;
	scope: Scope;
	/** Set for the scope `phoneNumber`. */
	phoneNumberId: string | undefined;
	registration: Registration;
	/** What needs webhook fields, without those in `onlyToApp`. */
	needs: FieldNeed[];
	/** Fields that do not reach the callback URL, because only that of the Meta app receives them. */
	onlyToApp: string[];
	/** The Meta app, which must be subscribed to the fields. Undefined if its ID or secret is unknown. */
	app: Registration | undefined;
	verifyToken: string;
	/** Of the app's callback URL, if that is somebody else's. */
	appVerifyToken: string | undefined;
}

type Connect = (credential: CredentialData) => GraphApi;

/** Few retries, because a person may be waiting. */
const rules: SendingRules = { ...interactiveRules, maxRetries: 2, timeLimit: 5_000 };

/**
 * Checks parameters and credential before the first request to Meta.
 * @returns undefined if there is nothing to register.
 * @throws InputError | CredentialError
 */
export async function activationPlanOf(
	context: IHookFunctions,
): Promise<ActivationPlan | undefined> {
	const credential = await readCredential(context);
	const connect = registrationApi(context);
	const api = connect(credential);
	const settings = readSettings(context, defaultCountryOf(credential));
	const { filters, kinds, options } = settings;
	const webhooks = webhooksOf(credential);
	const { signer, verifyToken } = webhooks;
	if (signer === undefined && options.acceptUnsigned !== true) {
		throw new InputError(
			'App Secret',
			'is empty in the credential, so forged messages cannot be told from real ones',
			"Fill it in there. Meta shows it under App settings → Basic. Or turn on the option 'Accept Unsigned Webhooks'.",
		);
	}
	if (verifyToken === undefined) {
		throw new InputError(
			'Webhook Verify Token',
			'is empty in the credential, and there is no app secret to derive it from',
			'Fill in one of the two in the credential.',
		);
	}
	if (kinds.length === 0) {
		throw new InputError('Events', 'is empty', 'Choose at least one event.');
	}
	checkFilters(filters);
	readLateReplyText(options.lateReplyText);
	checkConversationOptions(options);
	checkCollectOption(options.collectMessages);
	checkForwardTo(options.forwardTo, signer, webhookUrlOf(context));
	checkFollowUpFields(kinds, (name) => parameterReader(context)<unknown>(name, undefined));
	checkEvents(settings, webhooks, api.connection);
	if (handlesFlows(settings)) flowsPrivateKey(credential);
	const scope = scopeFor(settings.registration, kinds, webhooks);
	if (scope === undefined) return undefined;
	checkCallbackUrl(webhookUrlOf(context), api.connection.baseUrl, webhooks);
	const registered = await registrationFor(scope, settings, credential, connect);
	if (webhooks.registration !== undefined) return planAt(api, registered, verifyToken);
	const account = await subscriberOf(registered.known);
	const { appId } = account;
	const canReadApp = appId !== '' && signer !== undefined;
	const needed = needsOf(settings);
	const onlyToApp = scope === 'app' ? [] : [...new Set(needed.flatMap((need) => need.onlyToApp))];
	const needs = needed.map(({ neededBy, fields }) => ({
		neededBy,
		fields: fields.filter((field) => !onlyToApp.includes(field)),
	}));
	const app = canReadApp
		? appWebhook({ credential, appId }, connect, allFields(needed))
		: undefined;
	const { registration, phoneNumberId } = registered;
	return {
		hasApp: true,
		...{ api, account, scope, phoneNumberId, registration },
		...{ needs, onlyToApp, app, verifyToken },
		appVerifyToken: asText(options.appVerifyToken)?.trim() || undefined,
	};
}

/** The plan for a host that has no apps. */
function planAt(
	api: GraphApi,
	{ known, registration, scope, phoneNumberId }: Registered,
	verifyToken: string,
): ActivationPlan {
	const nothing = { needs: [], onlyToApp: [], app: undefined, appVerifyToken: undefined };
	const { current: account } = known;
	return {
		...nothing,
		hasApp: false,
		...{ api, account, scope, phoneNumberId, registration, verifyToken },
	};
}

/** What is registered, and the IDs that were needed for it. */
interface Registered extends Pick<ActivationPlan, 'scope' | 'phoneNumberId' | 'registration'> {
	known: KnownAccount;
}

/**
 * The registration of a scope. Other hosts than Meta have one for each number, whatever the scope. IDs that are not in
 * the credential are looked up with the token.
 * @throws InputError for an ID that is not found, RequestError.
 */
export async function registrationFor(
	scope: Scope,
	settings: Pick<Settings, 'kinds' | 'options' | 'phoneNumberId'>,
	credential: CredentialData,
	connect: Connect,
): Promise<Registered> {
	const api = connect(credential);
	const { phoneNumberId } = settings;
	const { send, connection } = api;
	const chosen = phoneNumberId ?? connection.account.phoneNumberId;
	const known = new KnownAccount(api, { ...connection.account, phoneNumberId: chosen });
	const { registration: registrationOfHost } = webhooksOf(credential);
	if (registrationOfHost === undefined && scope === 'app') {
		const appId = await known.use(appToRegister);
		const fields = allFields(needsOf(settings));
		const registration = appWebhook({ credential, appId }, connect, fields);
		return { known, scope, phoneNumberId: undefined, registration };
	}
	if (registrationOfHost === undefined && scope === 'account') {
		await subscriberOf(known);
		const registration = await known.use((account) => accountWebhook(send, account));
		return { known, scope, phoneNumberId: undefined, registration };
	}
	const id = await known.use((account) =>
		phoneNumberIdFor(phoneNumberId, account, phoneNumberField.displayName),
	);
	const registration = (registrationOfHost ?? phoneNumberWebhook)(send, id);
	return { known, scope: 'phoneNumber', phoneNumberId: id, registration };
}

/** Makes API clients with the retry rules of an activation. */
export function registrationApi(context: IHookFunctions): Connect {
	const egress = egressFilterOf(context);
	return (credential) => accountApi(credential, { rules, egress });
}

/** Returns the webhook URL of this trigger, for production or for a test run. */
export function webhookUrlOf(context: IHookFunctions): string {
	const url = context.getNodeWebhookUrl('default');
	if (url === undefined) throw new Error('n8n gave the trigger no webhook URL');
	return url;
}
