import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { IDataObject } from 'n8n-workflow';

import type { TriggerJob } from './triggerJob';
import { until } from './until';

const tsx = pathToFileURL(createRequire(__filename).resolve('tsx')).href;

/** A process with the same trigger and the memory of this one. */
export class OtherProcess {
	/** The webhook URL of its trigger. */
	url = '';
	/** The first item of each of its executions. */
	readonly items: IDataObject[] = [];
	private readonly child: ChildProcess;

	private constructor(job: TriggerJob) {
		// jest's copy of the variables names the folder of the memory.
		this.child = spawn(
			process.execPath,
			['--import', tsx, require.resolve('./triggerProcess.ts'), JSON.stringify(job)],
			{ stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: process.env },
		);
		this.child.on('message', (message: string | IDataObject) => {
			if (typeof message === 'string') this.url = message;
			else this.items.push(message);
		});
	}

	static async start(job: TriggerJob): Promise<OtherProcess> {
		const started = new OtherProcess(job);
		await until(() => started.url !== '');
		return started;
	}

	/** Lets so many milliseconds pass there, and n8n starts again. */
	pass(milliseconds: number): void {
		this.child.send(milliseconds);
	}

	async kill(): Promise<void> {
		if (this.child.exitCode !== null || this.child.signalCode !== null) return;
		const closed = once(this.child, 'close');
		this.child.kill('SIGKILL');
		await closed;
	}
}
