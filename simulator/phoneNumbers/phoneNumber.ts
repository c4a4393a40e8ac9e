import { business } from '../business';
import type { Callback } from '../webhooks/callback';
import { newProfile, type BusinessProfile } from './businessProfile';

export interface PhoneNumber {
	id: string;
	displayPhoneNumber: string;
	verifiedName: string;
	/** The number as webhooks and recipients write it: digits only. */
	digits: string;
	override?: Callback;
	profile: BusinessProfile;
	/** PEM; what Flows encrypt their requests with. */
	businessPublicKey?: string;
	/** Whether it can send and receive through the Cloud API. */
	registered: boolean;
	/** Of two-step verification: six digits, and how often a wrong one was given since the last right one. */
	pin: string;
	wrongPins: number;
	/** What `GET /{phone}/settings` gives. */
	settings: Record<string, Record<string, unknown>>;
	conversationalAutomation?: Record<string, unknown>;
	/** What else `POST /{phone}` changes, by the name of the field. */
	changes: Record<string, unknown>;
	/** Phone numbers (digits) and user IDs. */
	blockedUsers: string[];
	/** The newest first. */
	qrCodes: QrCode[];
	commerce: { is_cart_enabled: boolean; is_catalog_visible: boolean };
}

export interface QrCode {
	code: string;
	prefilledMessage: string;
}

/** The phone numbers a new simulator has. */
export function seededPhoneNumbers(): PhoneNumber[] {
	return business.phoneNumbers.map((phoneNumber, index) => ({
		...phoneNumber,
		digits: phoneNumber.displayPhoneNumber.replace(/\D/g, ''),
		profile: { ...newProfile },
		registered: true,
		pin: business.pin,
		wrongPins: 0,
		settings: {
			calling: { status: 'DISABLED', call_icon_visibility: 'DEFAULT' },
			storage_configuration: { status: 'DEFAULT' },
		},
		changes: {},
		blockedUsers: index === 0 ? [business.blockedUser.waId] : [],
		qrCodes: index === 0 ? [{ ...business.qrCode }] : [],
		commerce: { is_cart_enabled: true, is_catalog_visible: true },
	}));
}
