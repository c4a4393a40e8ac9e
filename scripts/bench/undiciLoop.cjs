'use strict';

/*
 * The ceiling: the same bodies sent by undici alone, without n8n.
 * Arguments: URL, token, number of messages. Prints the milliseconds it took.
 */
const { join } = require('node:path');
const { request, Agent } = require(join(__dirname, '../../node_modules/undici'));

const [, , url, token, count] = process.argv;
const atOnce = 256;

async function main() {
	const dispatcher = new Agent({ connections: atOnce });
	const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
	const remaining = Array(Number(count)).keys();
	const work = async () => {
		for (const index of remaining) {
			const body = JSON.stringify({
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: `+4915500${String(index).padStart(6, '0')}`,
				type: 'text',
				text: { body: `Hello customer ${index}` },
			});
			const response = await request(url, { method: 'POST', headers, body, dispatcher });
			await response.body.json();
		}
	};
	const startedAt = performance.now();
	await Promise.all(Array.from({ length: atOnce }, work));
	console.log(performance.now() - startedAt);
	await dispatcher.close();
}

void main();
