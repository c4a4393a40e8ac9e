import { path } from '../../../graphApi/path';
import { optionsField } from '../../fields/options';
import { readSourceWaba, readWaba, sourceWabaField, wabaField } from '../../fields/waba';
import type { Operation } from '../../operation';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowsapi#migrate */
export const operation: Operation = {
	displayName: 'Migrate',
	action: 'Migrate flows from another account',
	description:
		'Copy Flows from another WhatsApp Business Account of the same business. The copies have new IDs. A Flow whose name exists in both is not copied.',
	fields: [
		sourceWabaField,
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
		const target = readWaba(parameters, account);
		return {
			method: 'POST',
			path: path`/${target}/migrate_flows`,
			on: 'waba',
			query: {
				source_waba_id: readSourceWaba(parameters, target),
				source_flow_names: names.length === 0 ? undefined : JSON.stringify(names),
			},
		};
	},
};
