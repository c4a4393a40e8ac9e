import {
	commonOptions,
	otherSender,
	interactiveMessage,
	interactiveMessageWithCommonOptions,
	to,
} from '../../support/interactiveMessage';
import type { RejectedCase, RequestCase } from '../requestCase';

const body = 'Please share your phone number so we can finish your request.';
const interactive = {
	type: 'request_contact_info',
	body: { text: body },
	action: { name: 'request_contact_info' },
};

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: { to, body }, request: interactiveMessage(interactive) },
	{
		name: 'fullest',
		parameters: { sender: otherSender, to, body, options: commonOptions },
		request: interactiveMessageWithCommonOptions(interactive),
	},
	{
		name: 'a person who hides the number',
		parameters: { to: 'US.13491208655302741918', body },
		request: interactiveMessage(interactive, {
			to: undefined,
			recipient: 'US.13491208655302741918',
		}),
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing text', parameters: { to }, message: /'Text' is empty/ },
	{
		name: 'a text that is too long',
		parameters: { to, body: 'x'.repeat(1025) },
		message: /'Text' has 1025 characters/,
	},
];
