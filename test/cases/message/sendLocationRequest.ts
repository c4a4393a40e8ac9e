import {
	commonOptions,
	otherSender,
	interactiveMessage,
	interactiveMessageWithCommonOptions,
	to,
} from '../../support/interactiveMessage';
import type { RejectedCase, RequestCase } from '../requestCase';

const body = "Let's start with your pickup. Where are you?";
const interactive = {
	type: 'location_request_message',
	body: { text: body },
	action: { name: 'send_location' },
};

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: { to, body }, request: interactiveMessage(interactive) },
	{
		name: 'fullest',
		parameters: { sender: otherSender, to, body, options: commonOptions },
		request: interactiveMessageWithCommonOptions(interactive),
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing body', parameters: { to, body: ' ' }, message: /'Text' is empty/ },
	{
		name: 'a body that is too long',
		parameters: { to, body: 'x'.repeat(1025) },
		message: /'Text' has 1025 characters/,
	},
];
