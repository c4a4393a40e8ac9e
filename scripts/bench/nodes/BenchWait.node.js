'use strict';

const { setTimeout: sleep } = require('node:timers/promises');

/** Hands its items on after a while: what n8n does by itself while a node works. */
class BenchWait {
	description = {
		displayName: 'Bench Wait',
		name: 'benchWait',
		group: ['transform'],
		version: 1,
		description: 'Hands items on later',
		defaults: { name: 'Bench Wait' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [{ displayName: 'Seconds', name: 'seconds', type: 'number', default: 1 }],
	};

	async execute() {
		await sleep(1000 * this.getNodeParameter('seconds', 0));
		return [this.getInputData()];
	}
}

module.exports = { BenchWait };
