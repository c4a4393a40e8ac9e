import { path } from '../../../graphApi/path';
import { credentialIds } from '../../../shared/account/credentialId';
import { optionsField } from '../../fields/options';
import { readId } from '../../fields/readId';
import { readWaba, wabaField } from '../../fields/waba';
import type { Operation } from '../../operation';

const source = {
	...wabaField,
	displayName: 'Source Account',
	name: 'sourceWabaId',
	required: true,
	description: 'The WhatsApp Business Account that has the Flows',
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowsapi#migrate */
export const operation: Operation = {
	displayName: 'Migrate',
	action: 'Migrate flows from another account',
	description:
		'Copy Flows from another WhatsApp Business Account of the same business, with their names. The copies have new IDs. A Flow whose name exists in both is not copied.',
	fields: [
		source,
		optionsField([
			{
				displayName: 'Flow Names',
				name: 'flowNames',
				type: 'string',
				default: '',
				placeholder: 'e.g. appointment_booking, survey',
				description:
					'Only these Flows, separated by commas. By default, all of the source account.',
			},
			wabaField,
		]),
	],
	request(parameters, account) {
		const names = parameters.group('options').texts('flowNames', {});
		return {
			method: 'POST',
			path: path`/${readWaba(parameters, account)}/migrate_flows`,
			query: {
				source_waba_id: readId(parameters, source.name, {
					what: 'the ID of a WhatsApp Business Account',
					where: credentialIds.wabaId.where,
				}),
				source_flow_names: names.length === 0 ? undefined : JSON.stringify(names),
			},
		};
	},
};
