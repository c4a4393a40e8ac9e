import { z } from 'zod';
import { business } from '../business';
import { endpoint } from '../graph/endpoint';
import { invalidParameter, missingParameter, SimulatedGraphError } from '../graph/errors';
import { pageOf } from '../graph/paging';
import { validate } from '../graph/validation';

const user = z.union([z.string(), z.number()]).transform(String);
const tasks = z.enum([
	'MANAGE',
	'DEVELOP',
	'MANAGE_TEMPLATES',
	'MANAGE_PHONE',
	'VIEW_COST',
	'MANAGE_EXTENSIONS',
	'VIEW_PHONE_ASSETS',
	'MANAGE_PHONE_ASSETS',
	'VIEW_TEMPLATES',
	'VIEW_INSIGHTS',
	'RECEIVE_INCOMING_MESSAGES',
	'MANAGE_BILLING',
	'MANAGE_USERS',
	'MESSAGING',
	'FULL_CONTROL',
]);
const assignment = z.looseObject({ user, tasks: z.array(tasks).min(1) });
const removal = z.looseObject({ user });

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/manage-system-users */
export const listAssignedUsers = endpoint({
	method: 'GET',
	on: 'waba',
	edge: 'assigned_users',
	handle: ({ simulator, query, url }) => {
		const portfolio = query.get('business');
		if (!portfolio) throw missingParameter('business');
		if (portfolio !== business.portfolio.id) {
			throw invalidParameter('Param business must be a business with access to this account.');
		}
		return pageOf(simulator.state.assignedUsers, url);
	},
});

/** Assigning a user again changes the tasks. */
export const assignUser = endpoint({
	method: 'POST',
	on: 'waba',
	edge: 'assigned_users',
	handle: ({ simulator, body }) => {
		const { assignedUsers } = simulator.state;
		const given = validate(assignment, body);
		const known = business.portfolio.users.find(({ id }) => id === given.user);
		if (!known) throw invalidParameter('Invalid parameter: user must be a valid user ID');
		const assigned = assignedUsers.find(({ id }) => id === given.user);
		if (assigned) assigned.tasks = given.tasks;
		else assignedUsers.push({ ...known, tasks: given.tasks });
		return { success: true };
	},
});

export const unassignUser = endpoint({
	method: 'DELETE',
	on: 'waba',
	edge: 'assigned_users',
	handle: ({ simulator, body }) => {
		const { assignedUsers } = simulator.state;
		const given = validate(removal, body);
		const index = assignedUsers.findIndex(({ id }) => id === given.user);
		if (index < 0) {
			throw new SimulatedGraphError(803, {
				message: 'User is not assigned to this WhatsApp Business Account',
				type: 'GraphMethodException',
				httpStatus: 404,
			});
		}
		assignedUsers.splice(index, 1);
		return { success: true };
	},
});
