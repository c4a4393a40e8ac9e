import type { Operation } from '../../operation';
import { notice } from '../../../shared/notice';
import { conversationFields, readCustomer } from './customerFields';

export const operation: Operation = {
	displayName: 'Forget',
	action: 'Forget a conversation',
	description:
		'Delete what the nodes remember of the chat with a customer, for example after a data-protection request',
	fields: conversationFields({
		about: [
			notice(
				'forgetNotice',
				"An opt-out is deleted as well, so marketing templates go out again. WhatsApp, n8n's list of executions, and messages with a Send Once Key keep what they have.",
			),
		],
	}),
	recall(parameters, account) {
		const customer = readCustomer(parameters, account);
		return async (conversations) => await conversations.forget(customer);
	},
};
