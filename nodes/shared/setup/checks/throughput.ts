import { asObject, asText } from '../../../graphApi/coerce';
import type { JsonObject } from '../../../graphApi/types';
import { fine, unknown } from '../check';
import type { Check } from '../check';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput */
const rates: Readonly<Record<string, string>> = {
	STANDARD: 'up to 80 messages per second',
	HIGH: 'up to 1,000 messages per second',
};

export const throughput: Check = {
	name: 'Throughput',
	async run({ number }) {
		const level = asText(asObject<JsonObject>((await number()).throughput).level);
		if (level === null || level === 'NOT_APPLICABLE') {
			return unknown('The host does not report the throughput of the number.');
		}
		return fine([level, rates[level]].filter(Boolean).join(', '));
	},
};
