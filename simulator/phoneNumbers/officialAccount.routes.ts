import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { endpoint } from '../graph/endpoint';
import { invalidParameter } from '../graph/errors';
import { selectFields } from '../graph/fieldSelection';
import { validate } from '../graph/validation';
import type { PhoneNumber } from './phoneNumber';

const messages = {
	NOT_STARTED: 'No Official Business Account application has been submitted',
	PENDING: 'Your Official Business Account application is under review',
};

const schema = z.object({
	business_website_url: z.url({ protocol: /^https?$/ }),
	primary_country_of_operation: z.string().min(1),
	primary_language: z.string().min(1).optional(),
	parent_business_or_brand: z.string().max(255).optional(),
	supporting_links: z.array(z.url()).min(5).max(10).optional(),
	additional_supporting_information: z.string().max(1000).optional(),
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/whatsapp-business-account-official-business-account-status-api */
export const getOfficialStatus = endpoint({
	method: 'GET',
	on: 'phoneNumber',
	edge: 'official_business_account',
	handle: ({ node, query }) =>
		selectFields(
			statusOf(node),
			query.get('fields'),
			['oba_status', 'status_message'],
			'WhatsAppBusinessAccountOfficialBusinessAccountStatus',
		),
});

/** A request stays pending. */
export const requestOfficialStatus = endpoint({
	method: 'POST',
	on: 'phoneNumber',
	edge: 'official_business_account',
	handle: ({ node, body }) => {
		validate(schema, body);
		if (node.officialAccountRequested) {
			throw invalidParameter('Cannot submit application: An active application already exists');
		}
		node.officialAccountRequested = true;
		return {
			success: true,
			message: 'Official Business Account application submitted successfully',
			updated_status: statusOf(node),
			tracking_id: `oba_req_${randomBytes(8).toString('hex')}`,
		};
	},
});

function statusOf({ id, officialAccountRequested }: PhoneNumber) {
	const oba_status = officialAccountRequested ? 'PENDING' : 'NOT_STARTED';
	return { id, oba_status, status_message: messages[oba_status] };
}
