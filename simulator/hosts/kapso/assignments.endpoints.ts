import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { kapsoEndpoint } from './endpoint';
import type { Assignment } from './inbox';
import { conversationOf, known } from './lookup';
import { iso, isoOrNull } from './messageJson';
import { numberedPage } from './paging';
import { read } from './read';
import { invalid } from './refusal';

const path = '/whatsapp/conversations/:id/assignments';

function assignmentJson(assignment: Assignment) {
	return {
		id: assignment.id,
		user_id: assignment.userId,
		notes: assignment.notes ?? null,
		active: assignment.active,
		created_at: iso(assignment.createdAt),
		ended_at: isoOrNull(assignment.endedAt),
	};
}

export const listAssignments = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path,
	handle: (call) => ({ data: [...conversationOf(call).assignments].reverse().map(assignmentJson) }),
});

export const getAssignment = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: `${path}/:assignment`,
	handle: (call) => ({
		data: assignmentJson(assignmentOf(conversationOf(call), call.params.assignment)),
	}),
});

const createSchema = z.object({
	assignment: z.object({ user_id: z.string(), notes: z.string().optional() }),
});

/** One user at a time looks after a conversation. */
export const createAssignment = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path,
	status: 201,
	handle(call) {
		const conversation = conversationOf(call);
		const { user_id, notes } = read(createSchema, call.body).assignment;
		if (!call.kapso.users.some(({ id }) => id === user_id)) throw invalid('User must exist');
		for (const other of conversation.assignments) end(other);
		const assignment = {
			id: randomUUID(),
			userId: user_id,
			notes,
			active: true,
			createdAt: Date.now(),
		};
		conversation.assignments.push(assignment);
		return { data: assignmentJson(assignment) };
	},
});

const updateSchema = z.object({
	assignment: z.object({ active: z.boolean(), notes: z.string() }).partial(),
});

/** `active: false` ends it. */
export const updateAssignment = kapsoEndpoint({
	method: 'PATCH',
	api: 'platform',
	path: `${path}/:assignment`,
	handle(call) {
		const assignment = assignmentOf(conversationOf(call), call.params.assignment);
		const { active, notes } = read(updateSchema, call.body).assignment;
		assignment.notes = notes ?? assignment.notes;
		if (active === false) end(assignment);
		return { data: assignmentJson(assignment) };
	},
});

/** The members of the project. */
export const listUsers = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: '/users',
	handle: ({ kapso, query }) => numberedPage(kapso.users, query),
});

function end(assignment: Assignment): void {
	if (!assignment.active) return;
	assignment.active = false;
	assignment.endedAt = Date.now();
}

function assignmentOf(
	{ assignments }: { assignments: Assignment[] },
	wanted: string | undefined,
): Assignment {
	return known(
		assignments.find(({ id }) => id === wanted),
		'Assignment',
	);
}
