import { business } from '../business';
import type { Callback } from '../webhooks/callback';
import { newProfile, type BusinessProfile } from './businessProfile';

export interface PhoneNumber {
	id: string;
	/** The account it belongs to. */
	wabaId: string;
	displayPhoneNumber: string;
	verifiedName: string;
	/** The number in digits, as in webhooks and recipients. */
	digits: string;
	override?: Callback;
	profile: BusinessProfile;
	/** Encrypts the requests of Flows. PEM. */
	businessPublicKey?: string;
	/** Whether it can send and receive through the Cloud API. */
	registered: boolean;
	/** Whether a person uses it in the WhatsApp Business app, too. */
	isOnBusinessApp: boolean;
	/** PIN of two-step verification, six digits. */
	pin: string;
	/** Wrong PINs in a row. */
	wrongPins: number;
	/** Returned by `GET /{phoneNumber}/settings`. */
	settings: Record<string, Record<string, unknown>>;
	conversationalAutomation?: Record<string, unknown>;
	/** Other changes by `POST /{phoneNumber}`, by field name. */
	changes: Record<string, unknown>;
	/** What people see. */
	username?: string;
	/** What is not visible yet. */
	requestedUsername?: string;
	/** As `GET /{phoneNumber}/business_compliance_info` returns it. */
	compliance?: Record<string, unknown>;
	/** Whether it shall be an official business account. */
	officialAccountRequested?: boolean;
	/** Phone numbers (digits) and user IDs. */
	blockedUsers: string[];
	/** Newest first. */
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
		...newPhoneNumber({ ...phoneNumber, wabaId: business.waba.id }),
		registered: true,
		...(index === 0 && {
			username: business.usernames.current,
			requestedUsername: business.usernames.requested,
			blockedUsers: [business.blockedUser.waId],
			qrCodes: [{ ...business.qrCode }],
		}),
	}));
}

/** A number that is not registered yet. */
export function newPhoneNumber(
	about: Pick<PhoneNumber, 'id' | 'wabaId' | 'displayPhoneNumber' | 'verifiedName'>,
): PhoneNumber {
	return {
		...about,
		digits: about.displayPhoneNumber.replace(/\D/g, ''),
		profile: { ...newProfile },
		registered: false,
		isOnBusinessApp: false,
		pin: business.pin,
		wrongPins: 0,
		settings: {
			calling: { status: 'ENABLED', call_icon_visibility: 'DEFAULT' },
			storage_configuration: { status: 'DEFAULT' },
		},
		changes: {},
		blockedUsers: [],
		qrCodes: [],
		commerce: { is_cart_enabled: true, is_catalog_visible: true },
	};
}
