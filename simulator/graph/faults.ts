import { z } from 'zod';

const match = {
	/** HTTP method; every method when left out. */
	method: z.enum(['GET', 'POST', 'DELETE']).optional(),
	/** Regular expression on the path without version, e.g. `/messages$`; every path when left out. */
	path: z.string().optional(),
	/** Recipient (`to` or `recipient`), a number with or without its plus; every one when left out. */
	recipient: z.string().optional(),
	/** How many matching requests it strikes; without end when left out. */
	times: z.number().int().positive().optional(),
	/** Part of the matching requests it strikes, 0 to 1. */
	rate: z.number().min(0).max(1).default(1),
	/** Makes the choice by `rate` repeatable. */
	seed: z.number().int().default(1),
};

/** A rule of what goes wrong, and with which requests. */
export const faultSchema = z.discriminatedUnion('kind', [
	/** Meta's error body with this code; nothing was accepted. */
	z.strictObject({
		...match,
		kind: z.literal('graphError'),
		code: z.number().int(),
		subcode: z.number().int().optional(),
		message: z.string().optional(),
		details: z.string().optional(),
		httpStatus: z.number().int().min(400).max(599).optional(),
		/** Sent as `Retry-After`, in seconds. */
		retryAfter: z.number().int().positive().optional(),
	}),
	/** An HTML page instead of Graph's JSON; `accepted`: the request was carried out all the same. */
	z.strictObject({
		...match,
		kind: z.literal('httpError'),
		httpStatus: z.number().int().min(400).max(599).default(502),
		accepted: z.boolean().default(false),
	}),
	/** The connection is cut when the request was read; nothing was accepted. */
	z.strictObject({ ...match, kind: z.literal('dropBefore') }),
	/** The request is carried out, then the connection is cut instead of an answer. */
	z.strictObject({ ...match, kind: z.literal('dropAfter') }),
	/** The request is carried out, then its JSON answer ends half-way. */
	z.strictObject({ ...match, kind: z.literal('truncated') }),
	/** The request is carried out, then its answer comes byte by byte and never ends. */
	z.strictObject({ ...match, kind: z.literal('drip'), everyMs: z.number().min(1).default(100) }),
	/** The answer comes later. */
	z.strictObject({ ...match, kind: z.literal('slow'), delayMs: z.number().min(0) }),
]);

export type Fault = z.infer<typeof faultSchema>;
/** A fault as it is written: what has a default may be left out. */
export type FaultInput = z.input<typeof faultSchema>;

interface ActiveFault {
	fault: Fault;
	path?: RegExp;
	left: number;
	random: () => number;
	struck: number;
}

/** The rules in force. */
export class Faults {
	private active: ActiveFault[] = [];

	/** @throws ZodError for a rule that is not valid; SyntaxError for a `path` that is no regular expression */
	add(...rules: FaultInput[]): void {
		this.active.push(
			...rules.map((rule) => {
				const fault = faultSchema.parse(rule);
				return {
					fault,
					path: fault.path === undefined ? undefined : new RegExp(fault.path),
					left: fault.times ?? Infinity,
					random: seededRandom(fault.seed),
					struck: 0,
				};
			}),
		);
	}

	clear(): void {
		this.active = [];
	}

	/** Each rule with how often it struck. */
	list(): Array<Fault & { struck: number }> {
		return this.active.map(({ fault, struck }) => ({ ...fault, struck }));
	}

	/** The first rule that strikes this request, and counts it. */
	strike(method: string, path: string, recipient: string | undefined): Fault | undefined {
		for (const entry of this.active) {
			const { fault } = entry;
			if (entry.left === 0) continue;
			if (fault.method !== undefined && fault.method !== method) continue;
			if (entry.path && !entry.path.test(path)) continue;
			if (fault.recipient !== undefined && !isSame(fault.recipient, recipient)) continue;
			if (fault.rate < 1 && entry.random() >= fault.rate) continue;
			entry.left -= 1;
			entry.struck += 1;
			return fault;
		}
		return undefined;
	}
}

/** Repeatable random numbers from 0 to 1 (mulberry32). */
function seededRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

function isSame(wanted: string, recipient: string | undefined): boolean {
	return wanted.replace(/^\+/, '') === recipient?.replace(/^\+/, '');
}
