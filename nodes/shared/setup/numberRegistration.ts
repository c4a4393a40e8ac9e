import { asText } from '../../graphApi/coerce';
import type { JsonObject } from '../../graphApi/types';
import type { Finding } from './finding';

/** The fields of a phone number that say whether it is registered. */
export const registrationFields = ['status', 'platform_type', 'code_verification_status'] as const;

/** Registered, but Meta watches or limits what the number sends. */
const limited = ['FLAGGED', 'RESTRICTED', 'RATE_LIMITED'];

/**
 * Whether a phone number is registered for the Cloud API. Only then can it send and receive.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers
 * @param number its `registrationFields`.
 */
export function numberRegistration(number: JsonObject): Finding {
	const given = asText(number.status);
	const status = given === 'UNKNOWN' ? null : given;
	const platform = asText(number.platform_type);
	const verification = asText(number.code_verification_status);
	const found = [status, platform].filter((part) => part !== null).join(', ');
	if (platform !== null && platform !== 'CLOUD_API') {
		return { ok: false, found, todo: howToRegister(verification) };
	}
	if (status === 'CONNECTED') return { ok: true, found, todo: '' };
	if (status === null) {
		return platform === null
			? { ok: null, found: 'The host does not report the status of the number.', todo: '' }
			: { ok: true, found, todo: '' };
	}
	if (limited.includes(status)) return { ok: true, found, todo: '' };
	return { ok: false, found, todo: howToRegister(verification) };
}

// A number that works may have an expired verification, so this alone is no fault.
function howToRegister(verification: string | null): string {
	const verify =
		verification === 'VERIFIED'
			? ''
			: "If registering fails, verify the number first with 'Phone Number: Request Code' and 'Verify Code'. ";
	return `Register the number with 'Phone Number: Register'. ${verify}Its state is shown in WhatsApp Manager.`;
}
