import type { RejectedCase, RequestCase } from '../requestCase';

const messageId = 'wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC';
const request = {
	method: 'GET',
	base: 'platform',
	path: '/whatsapp/messages/wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC',
} as const;

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: { messageId }, request },
	{ name: 'fullest', parameters: { messageId: ` ${messageId} `, simplify: false }, request },
];

export const rejected: RejectedCase[] = [
	{ name: 'no message', parameters: {}, message: /^'Message ID' is empty$/ },
];
