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
	/** Work up to this one began before others may have thought that this process had ended. */
	private doubted = 0;
	private timer: NodeJS.Timeout | undefined;
	private lastSign = Promise.resolve();
	private signedAt = -Infinity;

	constructor(private readonly memory: Pick<Store, 'get' | 'set'>) {}

	/** Begins work. Resolves when other processes can see that this one lives. */
	async begin(): Promise<Worker> {
		this.signIfSilent();
		const work = ++this.begun;
		this.inProgress.add(work);
		if (this.timer === undefined) {
			this.timer = setInterval(() => this.goOn(), interval);
			this.timer.unref();
		}
		await this.lastSign;
		return { process: this.id, work };
	}

	/**
	 * Says that this process lives if it was blocked for so long that others may think it has ended. They may have taken
	 * over its work.
	 * @returns whether they may have taken over this one.
	 */
	async reappear({ work }: Worker): Promise<boolean> {
		this.signIfSilent();
		await this.lastSign;
		return work <= this.doubted;
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
		if (this.inProgress.size > 0) this.sign();
		else this.stop();
	}

	private signIfSilent(): void {
		if (this.isSilent) this.sign();
	}

	private get isSilent(): boolean {
		return performance.now() - this.signedAt > signLifetime / 2;
	}

	private sign(): void {
		if (this.isSilent) this.doubted = this.begun;
		this.signedAt = performance.now();
		this.lastSign = this.memory.set(keyOf(this.id), 'alive', signLifetime);
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
