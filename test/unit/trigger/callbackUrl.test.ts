import { metaHost } from '../../../nodes/graphApi/connection';
import { checkCallbackUrl } from '../../../nodes/WhatsAppBusinessTrigger/registration/callbackUrl';

const meta = `${metaHost}/v26.0`;
const simulator = 'http://127.0.0.1:4000/v26.0';
const ofLength = (length: number) => 'https://n8n.example.com/'.padEnd(length, 'a');

describe('checkCallbackUrl', () => {
	it.each([
		['https', 'https://n8n.example.com/webhook/1/webhook', meta],
		['https on another port', 'https://n8n.example.com:8443/webhook/1/webhook', meta],
		['200 characters', ofLength(200), meta],
		['loopback for a simulator', 'http://localhost:5678/webhook/1/webhook', simulator],
		['loopback by IPv4', 'http://127.0.0.1:5678/webhook/1/webhook', simulator],
		['loopback by IPv6', 'http://[::1]:5678/webhook/1/webhook', simulator],
	])('accepts %s', (_, url, apiUrl) => {
		expect(() => checkCallbackUrl(url, apiUrl)).not.toThrow();
	});

	it.each([
		['plain http', 'http://n8n.example.com/webhook/1/webhook', meta, /https URLs only/],
		['plain http to a simulator', 'http://n8n.example.com/', simulator, /https URLs only/],
		['loopback for Meta', 'http://localhost:5678/webhook/1', meta, /only from this computer/],
		['201 characters', ofLength(201), meta, /has 201 characters, but WhatsApp accepts at most 200/],
		['a host that only looks like loopback', 'http://127.0.0.1.example.com/', simulator, /https/],
	])('refuses %s', (_, url, apiUrl, message) => {
		expect(() => checkCallbackUrl(url, apiUrl)).toThrow(message);
	});
});
