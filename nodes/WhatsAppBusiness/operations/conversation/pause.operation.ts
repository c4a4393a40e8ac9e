import type { Operation } from '../../operation';
import { notice } from '../../../shared/notice';
import { conversationFields, readCustomer, readReason, reasonField } from './customerFields';

/** Milliseconds. */
const units = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

/** Milliseconds. Nobody means a pause of more than a year. */
const longestPause = 366 * units.days;

export const operation: Operation = {
	displayName: 'Pause',
	action: 'Pause a conversation',
	description: 'Pause the chat with a customer, for example while a colleague writes',
	fields: conversationFields({
		about: [
			notice(
				'pauseNotice',
				"A pause counts in triggers with the option 'Pause While a Person Replies' or 'While Paused'. In all others, messages start the workflow as always.",
			),
		],
		fields: [
			{
				displayName: 'Pause For',
				name: 'pauseFor',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 1,
				description: 'How long the pause lasts. A new pause replaces the one before.',
			},
			{
				displayName: 'Unit',
				name: 'unit',
				type: 'options',
				options: [
					{ name: 'Days', value: 'days' },
					{ name: 'Hours', value: 'hours' },
					{ name: 'Minutes', value: 'minutes' },
				],
				default: 'hours',
			},
		],
		options: [reasonField('e.g. Ada takes over')],
	}),
	recall(parameters, account) {
		const customer = readCustomer(parameters, account);
		const unit = units[parameters.choice('unit') as keyof typeof units];
		const length = parameters.number('pauseFor', { min: 1, max: longestPause / unit });
		const reason = readReason(parameters);
		return async (conversations) => {
			const until = new Date(Date.now() + length * unit);
			await conversations.pause(customer, until, reason ?? 'Paused by a workflow');
			return await conversations.stateOf(customer);
		};
	},
};
