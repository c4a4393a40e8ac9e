import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import { limits } from '../../../../shared/limits';

/** The countdown of a limited-time offer template. */
export const offerOption: INodeProperties = {
	displayName: 'Limited-Time Offer',
	name: 'limitedTimeOffer',
	type: 'fixedCollection',
	placeholder: 'Add Offer',
	default: {},
	description:
		'Shows an offer and how long it is valid. For marketing templates with an image or video header and no footer.',
	options: [
		{
			displayName: 'Offer',
			name: 'offer',
			values: [
				{
					displayName: 'Offer Text',
					name: 'text',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. Expiring offer!',
					description: `At most ${limits.limitedTimeOffer} characters`,
				},
				{
					displayName: 'Has Expiration',
					name: 'hasExpiration',
					type: 'boolean',
					default: true,
					description: 'Whether the message counts down to a time that you set when you send it',
				},
			],
		},
	],
};

/**
 * The limited-time offer as Meta's component, or undefined when it was not added.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/limited-time-offer-templates
 * @throws InputError when the text is missing or too long.
 */
export function readOffer(options: Parameters): RequestBody | undefined {
	const offer = options.entry('limitedTimeOffer', 'offer');
	return (
		offer && {
			type: 'LIMITED_TIME_OFFER',
			limited_time_offer: {
				text: offer.text('text', { maxLength: limits.limitedTimeOffer }),
				has_expiration: offer.boolean('hasExpiration'),
			},
		}
	);
}
