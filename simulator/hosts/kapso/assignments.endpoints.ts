import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { kapsoEndpoint, type KapsoCall } from './endpoint';
import type { Assignment } from './inbox';
import { conversationOf, known } from './lookup';
import { iso } from './messageJson';
import { numberedPage } from './paging';
import { read } from './read';
import { invalid } from './refusal';

const path = '/whatsapp/conversations/:id/assignments';

function assignmentJson(assignment: Assignment) {
	return {
		id: assignment.id,
		user_id: assignment.userId,
		// A key is nobody.
		created_by_user_id: null,
		notes: assignment.notes ?? null,
		active: assignment.active,
		created_at: iso(assignment.createdAt),
	};
}

/**
 * The newest first.
 *
 * @see https://docs.kapso.ai/api/platform/v1/conversations/list-conversation-assignments
 */
export const listAssignments = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path,
	handle(call) {
		const page = numberedPage([...conversationOf(call).assignments].reverse(), call.query);
		return { ...page, data: page.data.map(assignmentJson) };
	},
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

/**
 * One assignment may be active. Whether another one ends it or is refused is not documented; here it is refused.
 *
 * @see https://docs.kapso.ai/api/platform/v1/conversations/create-conversation-assignment
 */
export const createAssignment = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path,
	status: 201,
	handle(call) {
		const conversation = conversationOf(call);
		const { user_id, notes } = read(createSchema, call.body).assignment;
		checkUser(call, user_id);
		if (conversation.assignments.some(({ active }) => active)) {
			throw invalid('Conversation already has an active assignment');
		}
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
	assignment: z.object({ active: z.boolean(), notes: z.string(), user_id: z.string() }).partial(),
});

/**
 * `active: false` ends it, `user_id` gives it to another user.
 *
 * @see https://docs.kapso.ai/api/platform/v1/conversations/update-conversation-assignment
 */
export const updateAssignment = kapsoEndpoint({
	method: 'PATCH',
	api: 'platform',
	path: `${path}/:assignment`,
	handle(call) {
		const assignment = assignmentOf(conversationOf(call), call.params.assignment);
		const { active, notes, user_id } = read(updateSchema, call.body).assignment;
		if (user_id !== undefined) checkUser(call, user_id);
		assignment.userId = user_id ?? assignment.userId;
		assignment.notes = notes ?? assignment.notes;
		assignment.active = active ?? assignment.active;
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

/** Only members of the project look after conversations. */
function checkUser({ kapso }: KapsoCall, userId: string): void {
	if (!kapso.users.some(({ id }) => id === userId)) throw invalid('User must exist');
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
