'use strict';

const field = (name, type) => ({ displayName: name, name, type, default: '' });

/** Gives many items, so that no workflow has to store them. Each # in their JSON becomes the number of the item. */
class BenchItems {
	description = {
		displayName: 'Bench Items',
		name: 'benchItems',
		group: ['input'],
		version: 1,
		description: 'Gives many items',
		defaults: { name: 'Bench Items' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [field('count', 'number'), field('json', 'string')],
	};

	async execute() {
		const count = this.getNodeParameter('count', 0);
		const json = this.getNodeParameter('json', 0);
		const items = Array.from({ length: count }, (_entry, index) => ({
			json: JSON.parse(json.replaceAll('#', String(index).padStart(6, '0'))),
			pairedItem: { item: 0 },
		}));
		return [items];
	}
}

module.exports = { BenchItems };
