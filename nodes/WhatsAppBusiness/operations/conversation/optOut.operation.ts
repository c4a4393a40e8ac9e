import type { Operation } from '../../operation';
import { conversationFields, readCustomer, readReason, reasonField } from './customerFields';

export const operation: Operation = {
	displayName: 'Opt Out',
	action: 'Opt a customer out',
	description:
		'Note that a customer wants no marketing messages. Send Template then skips marketing templates to this customer.',
	fields: conversationFields({ options: [reasonField('e.g. Asked on the phone')] }),
	recall(parameters, account) {
		const customer = readCustomer(parameters, account);
		const reason = readReason(parameters);
		return async (conversations) => {
			await conversations.optOut(customer, reason ?? 'Noted by a workflow');
			return await conversations.stateOf(customer);
		};
	},
};
