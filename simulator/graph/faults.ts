import { z } from 'zod';

const match = {
	/** HTTP method. Default: every method. */
	method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).optional(),
	/** Regular expression for the path without version, e.g. `/messages$`. Default: every path. */
	path: z.string().optional(),
	/** Recipient (`to` or `recipient`); a number with or without plus. Default: every recipient. */
	recipient: z.string().optional(),
	/** How many matching requests the rule applies to. Default: all. */
	times: z.number().int().positive().optional(),
	/** Share of the matching requests the rule applies to, 0 to 1. */
	rate: z.number().min(0).max(1).default(1),
	/** Seed of the random choice by `rate`. */
	seed: z.number().int().default(1),
};

/** A failure, and the requests it applies to. */
export const faultSchema = z.discriminatedUnion('kind', [
	/** Meta's error body with this code. Nothing is accepted. */
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
	/** Any response, e.g. what another host than Meta says. Nothing is accepted. */
	z.strictObject({
		...match,
		kind: z.literal('response'),
		httpStatus: z.number().int().min(200).max(599),
		body: z.record(z.string(), z.unknown()),
		headers: z.record(z.string(), z.string()).default({}),
	}),
	/** An HTML page instead of JSON. With `accepted`, the request is processed first. */
	z.strictObject({
		...match,
		kind: z.literal('httpError'),
		httpStatus: z.number().int().min(400).max(599).default(502),
		accepted: z.boolean().default(false),
	}),
	/** The connection is cut after the request was read. Nothing is accepted. */
	z.strictObject({ ...match, kind: z.literal('dropBefore') }),
	/** The request is processed, then the connection is cut without a response. */
	z.strictObject({ ...match, kind: z.literal('dropAfter') }),
	/** The request is processed, then half of the JSON response is sent. */
	z.strictObject({ ...match, kind: z.literal('truncated') }),
	/** The request is processed, then the response trickles in and never ends. */
	z.strictObject({ ...match, kind: z.literal('drip'), everyMs: z.number().min(1).default(100) }),
	/** The request is processed after a delay. */
	z.strictObject({ ...match, kind: z.literal('slow'), delayMs: z.number().min(0) }),
]);

export type Fault = z.infer<typeof faultSchema>;
/** A fault before defaults are applied. */
export type FaultInput = z.input<typeof faultSchema>;

interface ActiveFault {
	fault: Fault;
	path?: RegExp;
	left: number;
	random: () => number;
	struck: number;
}

/** The active rules. */
export class Faults {
	private active: ActiveFault[] = [];

	/** @throws ZodError for an invalid rule, SyntaxError for a `path` that is not a regular expression */
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

	/** All rules, with the number of requests each was applied to. */
	list(): Array<Fault & { struck: number }> {
		return this.active.map(({ fault, struck }) => ({ ...fault, struck }));
	}

	/** Returns the first rule that applies to this request, and counts it. */
	match(method: string, path: string, recipient: string | undefined): Fault | undefined {
		for (const entry of this.active) {
			const { fault } = entry;
			if (entry.left === 0) continue;
			if (fault.method !== undefined && fault.method !== method) continue;
			if (entry.path && !entry.path.test(path)) continue;
			if (fault.recipient !== undefined && !isSameRecipient(fault.recipient, recipient)) continue;
			if (fault.rate < 1 && entry.random() >= fault.rate) continue;
			entry.left -= 1;
			entry.struck += 1;
			return fault;
		}
		return undefined;
	}
}

/** Repeatable random numbers from 0 to 1 (mulberry32). */
export function seededRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

function isSameRecipient(expected: string, recipient: string | undefined): boolean {
	return expected.replace(/^\+/, '') === recipient?.replace(/^\+/, '');
}
