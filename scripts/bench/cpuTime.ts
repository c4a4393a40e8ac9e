import type { INode } from 'n8n-workflow';
import type { Execution } from '../n8n/client';
import { node } from '../workflows';

/** A node that hands its items on and notes how much CPU time n8n has used so far. */
export function cpuNode(name: string): INode {
	return node(name, 'CUSTOM.benchCpu', {}, [0, 200]);
}

/** Milliseconds of CPU time that all threads of n8n used between two such nodes. */
export function cpuMsBetween({ customData }: Execution, first: string, second: string): number {
	return Number(customData?.[second]) - Number(customData?.[first]);
}
