'use strict';

/** Takes in a webhook and starts nothing: what is left is the work of n8n. */
class BenchTrigger {
	description = {
		displayName: 'Bench Trigger',
		name: 'benchTrigger',
		group: ['trigger'],
		version: 1,
		description: 'Ignores webhooks',
		defaults: { name: 'Bench Trigger' },
		inputs: [],
		outputs: ['main'],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' },
		],
		properties: [],
	};

	async webhook() {
		return {};
	}
}

module.exports = { BenchTrigger };
