/** Sentences that say what to enter for an ID. */
export const onPremisesPlaces = {
	phoneNumberId: "Enter the server's number with its country code, in digits only.",
} as const;
