/** Sentences that say where Kapso shows an ID. */
export const kapsoPlaces = {
	phoneNumberId:
		'Kapso shows it at app.kapso.ai under WhatsApp → Phone numbers. It is not the phone number itself.',
} as const;
