import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../scripts/n8n/ports';
import { startProgram, stopProgram } from '../../../scripts/n8n/processes';
import { RedisConnection } from '../../../nodes/memory/redisConnection';
import { untilListening } from '../setup/services';

/** A Redis of its own, which can be stopped and killed. */
export class RedisServer {
	private child: ChildProcess | undefined;

	private constructor(
		readonly port: number,
		readonly folder: string,
		private readonly options: readonly string[],
	) {}

	/** @param options as on the command line, e.g. `--requirepass secret`. It keeps nothing on the disk by default. */
	static async start(...options: string[]): Promise<RedisServer> {
		const folder = await mkdtemp(join(tmpdir(), 'redis-'));
		const server = new RedisServer(await freePort(), folder, options);
		await server.start();
		return server;
	}

	get url(): string {
		return `redis://127.0.0.1:${this.port}`;
	}

	async start(): Promise<void> {
		const { port, folder, options } = this;
		const always = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
		this.child = startProgram('/usr/bin/redis-server', [...always, ...options], {
			cwd: folder,
			env: process.env,
			stdio: 'ignore',
		});
		await untilListening('Redis', port);
	}

	/** It does not respond until it goes on; the system still accepts connections. */
	hang(): void {
		this.child?.kill('SIGSTOP');
	}

	goOn(): void {
		this.child?.kill('SIGCONT');
	}

	async kill(): Promise<void> {
		if (this.child) await stopProgram(this.child, 0);
	}

	async remove(): Promise<void> {
		await this.kill();
		await rm(this.folder, { recursive: true, force: true });
	}

	/** Sends it one command. */
	async command(name: string, ...args: string[]): Promise<void> {
		const connection = new RedisConnection(this.url);
		await connection.use((redis) => redis.call(name, ...args));
		await connection.close();
	}
}
