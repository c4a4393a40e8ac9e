import {
	commonOptions,
	otherSender,
	interactiveMessage,
	interactiveMessageWithCommonOptions,
	to,
} from '../../support/interactiveMessage';
import type { RejectedCase, RequestCase } from '../requestCase';

const body = 'We would like to call you about your order ON-12853.';
const action = { name: 'call_permission_request' };

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { to },
		request: interactiveMessage({ type: 'call_permission_request', action }),
	},
	{
		name: 'fullest',
		parameters: { sender: otherSender, to, options: { ...commonOptions, body } },
		request: interactiveMessageWithCommonOptions({
			type: 'call_permission_request',
			body: { text: body },
			action,
		}),
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a body that is too long',
		parameters: { to, options: { body: 'x'.repeat(1025) } },
		message: /'Text' has 1025 characters/,
	},
];
