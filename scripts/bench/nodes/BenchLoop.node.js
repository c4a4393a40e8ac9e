'use strict';

const { join } = require('node:path');
const { request, Agent } = require(join(__dirname, '../../../node_modules/undici'));

const field = (name) => ({ displayName: name, name, type: 'string', default: '' });
const atOnce = 256;

/** The baseline: reads the parameters and makes one undici request for each item, nothing else. */
class BenchLoop {
	description = {
		displayName: 'Bench Loop',
		name: 'benchLoop',
		group: ['output'],
		version: 1,
		description: 'Sends with nothing but undici',
		defaults: { name: 'Bench Loop' },
		inputs: ['main'],
		outputs: ['main'],
		properties: ['url', 'token', 'to', 'text'].map(field),
	};

	async execute() {
		const items = this.getInputData();
		const url = this.getNodeParameter('url', 0);
		const headers = {
			authorization: `Bearer ${this.getNodeParameter('token', 0)}`,
			'content-type': 'application/json',
		};
		const dispatcher = new Agent({ connections: atOnce });
		const output = [];
		const remaining = items.keys();
		const work = async () => {
			for (const index of remaining) {
				const body = JSON.stringify({
					messaging_product: 'whatsapp',
					recipient_type: 'individual',
					to: this.getNodeParameter('to', index),
					type: 'text',
					text: { body: this.getNodeParameter('text', index) },
				});
				const response = await request(url, { method: 'POST', headers, body, dispatcher });
				output[index] = { json: await response.body.json(), pairedItem: { item: index } };
			}
		};
		await Promise.all(Array.from({ length: atOnce }, work));
		await dispatcher.close();
		return [output];
	}
}

module.exports = { BenchLoop };
