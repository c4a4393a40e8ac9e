'use strict';

const { setTimeout: sleep } = require('node:timers/promises');

/** An item like that of a sent message. */
function sentItem({ json: { to } }, item) {
	const messageId = `wamid.${to.padEnd(50, 'A')}`;
	const sent = JSON.stringify({ to: to.slice(1), text: null, status: 'accepted', messageId });
	return { json: { ...JSON.parse(sent), phoneNumberId: '1' }, pairedItem: { item } };
}

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
		properties: [
			{ displayName: 'Seconds', name: 'seconds', type: 'number', default: 1 },
			{ displayName: 'As Sent', name: 'asSent', type: 'boolean', default: false },
		],
	};

	async execute() {
		const items = this.getInputData();
		const output = this.getNodeParameter('asSent', 0) ? items.map(sentItem) : items;
		await sleep(1000 * this.getNodeParameter('seconds', 0));
		return [output];
	}
}

module.exports = { BenchWait };
