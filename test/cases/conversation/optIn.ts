import { changedCases, invalidCustomers } from './customers';

export const recalled = changedCases(
	[{ customer: '16505551234', optedOutAt: null, pauseReason: 'Ada takes over' }],
	[{ customer: '16505551234', optedOutAt: null }],
);

export const rejected = invalidCustomers;
