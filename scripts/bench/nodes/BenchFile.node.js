'use strict';

const { Readable } = require('node:stream');

const megabyte = Buffer.alloc(1024 * 1024, 'x');

/** Gives one item with a file of the wanted size, written to n8n's binary data as a stream. */
class BenchFile {
	description = {
		displayName: 'Bench File',
		name: 'benchFile',
		group: ['input'],
		version: 1,
		description: 'Gives a large file',
		defaults: { name: 'Bench File' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [{ displayName: 'Megabytes', name: 'megabytes', type: 'number', default: 1 }],
	};

	async execute() {
		const megabytes = this.getNodeParameter('megabytes', 0);
		function* content() {
			const head = Buffer.from('%PDF-1.4\n');
			yield head;
			for (let left = megabytes; left > 1; left--) yield megabyte;
			yield megabyte.subarray(head.length);
		}
		const stream = Readable.from(content());
		const data = await this.helpers.prepareBinaryData(stream, 'large.pdf', 'application/pdf');
		return [[{ json: {}, binary: { data } }]];
	}
}

module.exports = { BenchFile };
