import { accessToken } from './checks/accessToken';
import { account } from './checks/account';
import { appId } from './checks/appId';
import { appSecret } from './checks/appSecret';
import { appSubscription } from './checks/appSubscription';
import { callbackUrlChecks } from './checks/callbackUrls';
import type { Check } from './check';
import { credentialAtHost } from './checks/credentialAtHost';
import type { Facts } from './facts';
import { displayName } from './checks/displayName';
import { flowsPublicKey } from './checks/flowsPublicKey';
import { messagingLimit } from './checks/messagingLimit';
import { paymentMethod } from './checks/paymentMethod';
import { phoneNumber } from './checks/phoneNumber';
import { qualityRating } from './checks/qualityRating';
import { registration } from './checks/registration';
import { sending } from './checks/sending';
import { templates } from './checks/templates';
import { throughput } from './checks/throughput';
import { tokenExpiry } from './checks/tokenExpiry';
import { tokenKind } from './checks/tokenKind';
import { tokenPermissions } from './checks/tokenPermissions';
import { webhookFields } from './checks/webhookFields';

/** In the order of the output: what others depend on comes first. */
const checks: readonly Check[] = [
	accessToken,
	tokenKind,
	tokenExpiry,
	tokenPermissions,
	appId,
	appSecret,
	account,
	phoneNumber,
	registration,
	displayName,
	qualityRating,
	throughput,
	messagingLimit,
	sending,
	paymentMethod,
	appSubscription,
	webhookFields,
	...callbackUrlChecks,
	templates,
	flowsPublicKey,
];

/** What other hosts have in another form: there is no token of Meta's and no app of ours. */
const onlyAtMeta: readonly Check[] = [
	accessToken,
	tokenKind,
	tokenExpiry,
	tokenPermissions,
	appId,
	appSecret,
	appSubscription,
	webhookFields,
	...callbackUrlChecks,
];

/** The checks that apply at the host of the credential. */
export function checksFor({ api }: Pick<Facts, 'api'>): readonly Check[] {
	if (api.connection.account.ids === undefined) return checks;
	return [credentialAtHost, ...checks.filter((check) => !onlyAtMeta.includes(check))];
}
