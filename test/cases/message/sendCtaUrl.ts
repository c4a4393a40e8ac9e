import {
	commonOptions,
	otherSender,
	interactiveMessage,
	interactiveMessageWithCommonOptions,
	to,
} from '../../support/interactiveMessage';
import type { RejectedCase, RequestCase } from '../requestCase';

const body = 'Tap the button below to see available dates.';
const button = {
	buttonText: 'See Dates',
	buttonUrl: 'https://example.com/dates?clickID=kqDGWd24Q5',
};
const action = {
	name: 'cta_url',
	parameters: { display_text: 'See Dates', url: 'https://example.com/dates?clickID=kqDGWd24Q5' },
};

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { to, body, ...button },
		request: interactiveMessage({ type: 'cta_url', body: { text: body }, action }),
	},
	{
		name: 'fullest',
		parameters: {
			to,
			body,
			...button,
			sender: otherSender,
			options: {
				...commonOptions,
				header: {
					header: {
						headerType: 'image',
						mediaSource: 'url',
						mediaUrl: 'https://example.com/banner.png',
					},
				},
				footer: 'Dates subject to change.',
			},
		},
		request: interactiveMessageWithCommonOptions({
			type: 'cta_url',
			header: { type: 'image', image: { link: 'https://example.com/banner.png' } },
			body: { text: body },
			footer: { text: 'Dates subject to change.' },
			action,
		}),
	},
	{
		name: 'with Direct Send',
		parameters: {
			to,
			body,
			...button,
			options: { directSend: { settings: { ttlSeconds: '3600' } } },
		},
		request: interactiveMessage(
			{ type: 'cta_url', body: { text: body }, action },
			{ category: 'utility', ttl_seconds: 3600 },
		),
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing body', parameters: { to, ...button }, message: /'Text' is empty/ },
	{
		name: 'a missing button text',
		parameters: { to, body, ...button, buttonText: '' },
		message: /'Button Text' is empty/,
	},
	{
		name: 'a button text that is too long',
		parameters: { to, body, ...button, buttonText: 'x'.repeat(21) },
		message: /'Button Text' has 21 characters/,
	},
	{
		name: 'a missing URL',
		parameters: { to, body, ...button, buttonUrl: '' },
		message: /'Button URL' is empty/,
	},
	{
		name: 'a code, which Direct Send takes as a text message only',
		parameters: {
			to,
			body,
			...button,
			options: { directSend: { settings: { category: 'authentication' } } },
		},
		message: /'Category' is 'Authentication', but the message is not a text message$/,
	},
	{
		name: 'a URL without a scheme',
		parameters: { to, body, ...button, buttonUrl: 'example.com' },
		message: /'Button URL' is not a valid URL/,
	},
];
