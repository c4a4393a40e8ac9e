'use strict';

/** Hands its items on, and notes how much CPU time n8n has used so far. */
class BenchCpu {
	description = {
		displayName: 'Bench CPU',
		name: 'benchCpu',
		group: ['transform'],
		version: 1,
		description: 'Notes the CPU time of n8n',
		defaults: { name: 'Bench CPU' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	};

	async execute() {
		const { user, system } = process.cpuUsage();
		const { customData } = this.getWorkflowDataProxy(0).$execution;
		customData.set(this.getNode().name, String((user + system) / 1000));
		return [this.getInputData()];
	}
}

module.exports = { BenchCpu };
