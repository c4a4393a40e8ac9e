import { randomUUID } from 'node:crypto';

import { processState } from '../graphApi/processState';
import type { Store } from './store';

/** Milliseconds between two signs of life, and how long one counts: a busy process may miss some. */
const interval = 5_000;
export const signLifetime = 20_000;

/** Who works on something: a process, and what it calls the work. */
export interface Worker {
	process: string;
	work: number;
}

/**
 * Says in a memory that this process lives while it works on something, so that other processes can tell work in
 * progress from work that a killed process left behind.
 */
export class ProcessLife {
	private readonly id = randomUUID();
	private readonly inProgress = new Set<number>();
	private begun = 0;
	private timer: NodeJS.Timeout | undefined;
	private lastSign = Promise.resolve();
	private signedAt = -Infinity;

	constructor(private readonly memory: Pick<Store, 'get' | 'set'>) {}

	/** Begins work. Resolves when other processes can see that this one lives. */
	async begin(): Promise<Worker> {
		const work = ++this.begun;
		this.inProgress.add(work);
		if (this.timer === undefined) {
			this.timer = setInterval(() => this.goOn(), interval);
			this.timer.unref();
		}
		await this.reappear();
		return { process: this.id, work };
	}

	/**
	 * Says that this process lives if it was blocked for so long that others may think it has ended. They may have taken
	 * over its work.
	 * @returns whether they may.
	 */
	async reappear(): Promise<boolean> {
		const wasSilent = performance.now() - this.signedAt > signLifetime / 2;
		if (wasSilent) void this.sign();
		await this.lastSign;
		return wasSilent;
	}

	/** The work is done, or its state is noted elsewhere. */
	end({ work }: Worker): void {
		this.inProgress.delete(work);
	}

	/** Whether somebody still works on it. */
	async isInProgress({ process, work }: Worker): Promise<boolean> {
		if (process === this.id) return this.inProgress.has(work);
		return (await this.memory.get(keyOf(process))) !== undefined;
	}

	stop(): void {
		clearInterval(this.timer);
		this.timer = undefined;
	}

	private goOn(): void {
		if (this.inProgress.size > 0) void this.sign();
		else this.stop();
	}

	private sign(): Promise<void> {
		this.signedAt = performance.now();
		this.lastSign = this.memory.set(keyOf(this.id), 'alive', signLifetime);
		return this.lastSign;
	}
}

function keyOf(process: string): string {
	return `process:${process}`;
}

const lives = processState(
	() => new Map<object, ProcessLife>(),
	(all) => {
		for (const life of all.values()) life.stop();
	},
);

/** The life of this process in a memory. */
export function lifeIn(memory: Pick<Store, 'get' | 'set'>): ProcessLife {
	const life = lives().get(memory) ?? new ProcessLife(memory);
	lives().set(memory, life);
	return life;
}
