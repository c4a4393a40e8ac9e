import { changedCases, invalidCustomers, nothing } from './customers';

const forgotten = {
	...nothing,
	deleted: true,
	deletedData: ['lastMessages', 'pause', 'preference', 'userId'],
};

export const recalled = changedCases(
	[{ ...forgotten, customer: '16505551234' }],
	[forgotten],
	// The user ID belongs to the conversation with the first number, too.
	{ deleted: false, deletedData: [] },
);

export const rejected = invalidCustomers;
