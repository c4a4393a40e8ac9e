import type { Operation } from '../../operation';
import { aboutMemory, conversationFields, readCustomer } from './customerFields';

export const operation: Operation = {
	displayName: 'Get State',
	action: 'Get the state of a conversation and its 24-hour window',
	description:
		'Get what is known of the chat with a customer: the window, the last messages, a pause, an opt-out',
	fields: conversationFields({ about: [aboutMemory] }),
	recall(parameters, account) {
		const customer = readCustomer(parameters, account);
		return async (conversations) => await conversations.stateOf(customer);
	},
};
