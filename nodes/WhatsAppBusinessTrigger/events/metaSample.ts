const sampleWabaId = '0';
const samplePhoneNumberId = '123456123';

/**
 * Whether the event is a sample: what the button 'Test' beside a webhook field in the Meta app dashboard sends.
 * Meta signs it like any other webhook. Its account has the ID 0, which no account has, and its phone number,
 * if the field has one, always the same ID.
 */
export function isMetaSample({
	wabaId,
	phoneNumberId,
}: Readonly<Record<'wabaId' | 'phoneNumberId', string | null>>): boolean {
	return (
		wabaId === sampleWabaId && (phoneNumberId === null || phoneNumberId === samplePhoneNumberId)
	);
}
