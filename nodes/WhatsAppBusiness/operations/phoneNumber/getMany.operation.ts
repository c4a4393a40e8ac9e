import type { Operation } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { fieldsQuery } from '../../fields/fieldChoice';
import { listFields, simplifyField } from '../../fields/list';
import { optionsField } from '../../fields/options';
import { phoneNumberFieldChoice } from './phoneNumberFieldChoice';
import { readWaba, wabaField } from '../../fields/waba';
import { path } from '../../../graphApi/path';

const simpleFields =
	'id,display_phone_number,verified_name,quality_rating,status,name_status,code_verification_status';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers#get-all-phone-numbers */
export const operation: Operation = {
	displayName: 'Get Many',
	action: 'Get many phone numbers',
	description: 'Get the numbers of a WhatsApp Business Account',
	fields: [
		...listFields,
		simplifyField,
		optionsField([
			phoneNumberFieldChoice,
			wabaField,
			{
				displayName: 'Account Mode',
				name: 'accountMode',
				type: 'options',
				options: [
					{ name: 'Live', value: 'LIVE' },
					{ name: 'Sandbox', value: 'SANDBOX' },
				],
				default: 'LIVE',
				description: 'Only numbers in this mode',
			},
			{
				displayName: 'Official Business Account',
				name: 'officialBusinessAccount',
				type: 'boolean',
				default: true,
				description:
					'Whether to return only official business accounts (on) or only other accounts (off)',
			},
			{
				displayName: 'Sort',
				name: 'sort',
				type: 'options',
				options: [
					{ name: 'Newest First', value: 'creation_time.desc' },
					{ name: 'Oldest First', value: 'creation_time.asc' },
					{ name: 'Onboarded First', value: 'last_onboarded_time.asc' },
					{ name: 'Onboarded Last', value: 'last_onboarded_time.desc' },
				],
				default: 'last_onboarded_time.desc',
				description: 'Which numbers come first',
			},
		]),
	],
	list: true,
	request(parameters, account) {
		const options = parameters.group('options');
		return {
			method: 'GET',
			path: path`/${readWaba(parameters, account)}/phone_numbers`,
			on: 'waba',
			query: {
				...fieldsQuery(parameters, parameters.boolean('simplify') ? simpleFields : undefined),
				filtering: filtering(options),
				sort: options.optionalChoice('sort'),
			},
		};
	},
};

function filtering(options: Parameters): string | undefined {
	const wanted = {
		account_mode: options.optionalChoice('accountMode'),
		is_official_business_account: options.optionalBoolean('officialBusinessAccount'),
	};
	const conditions = Object.entries(wanted)
		.filter(([, value]) => value !== undefined)
		.map(([field, value]) => ({ field, operator: 'EQUAL', value }));
	return conditions.length === 0 ? undefined : JSON.stringify(conditions);
}
