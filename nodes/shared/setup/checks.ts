import { accessToken } from './checks/accessToken';
import { account } from './checks/account';
import { appId } from './checks/appId';
import { appSecret } from './checks/appSecret';
import { appSubscription } from './checks/appSubscription';
import { callbackUrlChecks } from './checks/callbackUrls';
import type { Check } from './check';
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
export const checks: readonly Check[] = [
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
