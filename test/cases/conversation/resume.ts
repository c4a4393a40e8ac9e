import { changedCases, invalidCustomers } from './customers';

export const recalled = changedCases(
	[{ customer: '16505551234', pausedUntil: null, optOutReason: 'Wrote STOP' }],
	[{ customer: '16505551234', pausedUntil: null }],
);

export const rejected = invalidCustomers;
