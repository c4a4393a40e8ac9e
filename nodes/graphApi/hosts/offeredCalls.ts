import { edgeOf } from './edge';
import type { Call, Refusal } from './host';

/** Which of Meta's calls a host offers, by their edges. */
export interface OfferedCalls {
	/** What the host documents. */
	offered: ReadonlySet<string>;
	/** What it offers nothing for, with the beginnings of its edges, without the method. The first that fits counts. */
	notOffered: ReadonlyArray<Refusal & { edges: readonly string[] }>;
	/** For any other call. */
	undocumented: Refusal;
}

/** Why a host does not offer a call of an operation. A path that the user typed is not such a call. */
export function refusalOf(
	call: Call,
	{ offered, notOffered, undocumented }: OfferedCalls,
): Refusal | undefined {
	if (call.base !== undefined || call.on === 'typed') return undefined;
	const edge = edgeOf(call);
	if (offered.has(edge)) return undefined;
	const target = `${edge.slice(call.method.length + 1)}/`;
	const reason = notOffered.find(({ edges }) =>
		edges.some((start) => target.startsWith(`${start}/`)),
	);
	return reason ?? undocumented;
}
