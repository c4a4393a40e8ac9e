import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';
import { byId } from './ids';

const path = `/${business.waba.id}/message_template_previews`;
const fixed = { category: 'AUTHENTICATION', button_types: 'OTP' };

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: {}, request: { method: 'GET', path, query: fixed } },
	{
		name: 'fullest',
		parameters: {
			languageCodes: 'en_US, es_ES',
			options: {
				codeExpirationMinutes: 10,
				securityRecommendation: true,
				wabaId: byId(business.waba.id),
			},
		},
		request: {
			method: 'GET',
			path,
			query: {
				...fixed,
				languages: 'en_US,es_ES',
				add_security_recommendation: true,
				code_expiration_minutes: 10,
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'an invalid language',
		parameters: { languageCodes: 'English' },
		message: /'Language Codes' is not a valid language code/,
	},
	{
		name: 'a code that is valid for too long',
		parameters: { options: { codeExpirationMinutes: 91 } },
		message: /'Code Expiration \(Minutes\)' is out of range/,
	},
];
