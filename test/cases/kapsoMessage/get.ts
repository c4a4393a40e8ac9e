import { platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const messageId = 'wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC';
const request = platformCall('GET', '/whatsapp/messages/wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC');

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: { messageId }, request },
	{ name: 'fullest', parameters: { messageId: ` ${messageId} `, simplify: false }, request },
];

export const rejected: RejectedCase[] = [
	{ name: 'no message', parameters: {}, message: /^'Message ID' is empty$/ },
];
